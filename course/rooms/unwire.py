"""The other half of ``wire``: bytes become values, of exactly the types of its list, or ``Refused`` is raised.

What comes from a learner's room may be anything. Every size is looked at before memory is taken for it.
"""

import json
import keyword
from collections import namedtuple
from functools import lru_cache

import numpy as np

from course.rooms.arrays import BITS, NUMPY, TENSORS, check_shape, rebuild, rebuild_tensor, span
from course.rooms.limits import DATA, DEPTH, DIGITS, NODES, Refused
from course.rooms.wire import torch_of, type_named

FIELDS = 30


def unpack(text: bytes, content: bytes, special=None):
    """The value of a message, and its tensors that hang on a graph, in their order."""
    if text.count(b"[") + text.count(b"{") > NODES:  # each would take far more memory than its byte
        raise Refused("a message that holds too much")
    try:
        tree = json.loads(text.decode("ascii"))
    except (ValueError, RecursionError, UnicodeDecodeError):
        raise Refused("a message that is no JSON") from None
    reader = _Reader(memoryview(content), special)
    try:
        value = reader.value(tree, 0)
    except (TypeError, ValueError, OverflowError, IndexError, KeyError, AttributeError, RuntimeError, MemoryError) as error:
        raise Refused(f"a message that does not fit together ({type(error).__name__})") from None
    if reader.at != len(content):
        raise Refused("a message with numbers that belong to nothing")
    return value, reader.tensors


@lru_cache(maxsize=64)
def named(name: str, fields: tuple[str, ...]):
    """The type of a named tuple. Raises Refused for names that cannot be such."""
    for word in (name, *fields):
        if type(word) is not str or not word.isidentifier() or keyword.iskeyword(word) or word.startswith("_") or len(word) > 100:
            raise Refused("a named tuple with a name that is none")
    if len(set(fields)) != len(fields) or len(fields) > FIELDS:
        raise Refused("a named tuple with too many names, or one twice")
    return namedtuple(name, fields)


class _Reader:
    def __init__(self, content: memoryview, special):
        self.content, self.special = content, special
        self.at = self.nodes = 0
        self.seen: list = []
        self.tensors: list = []

    def value(self, node, depth: int):
        kind = type(node)
        if node is None or kind is bool or kind is float or kind is int or kind is str:
            return node
        self.nodes += 1
        if kind is not list or not node or type(node[0]) is not str or depth > DEPTH or self.nodes > NODES:
            raise Refused("a value that is none, or is nested too deeply")
        reader = self.READERS.get(node[0])
        if reader is not None:
            return reader(self, node[1:], depth + 1)
        if self.special is None:
            raise Refused("a value of an unknown kind")
        return self.special(node[0], node[1:])

    def items(self, nodes, depth):
        return [self.value(node, depth) for node in nodes]

    def _int(self, rest, depth):
        (digits,) = rest
        if type(digits) is not str or len(digits) > DIGITS:
            raise Refused("a whole number that is none, or too long")
        return int(digits, 16)

    def _dict(self, rest, depth):
        if len(rest) % 2:
            raise Refused("a dict with a key that has no value")
        items = self.items(rest, depth)
        found = dict(zip(items[::2], items[1::2]))
        if 2 * len(found) != len(items):
            raise Refused("a dict with a key twice")
        return found

    def _set(self, rest, depth):
        found = set(self.items(rest, depth))
        if len(found) != len(rest):
            raise Refused("a set with a value twice")
        return found

    def _named(self, rest, depth):
        name, fields, *items = rest
        if type(name) is not str or type(fields) is not list or len(fields) != len(items) or any(type(f) is not str for f in fields):
            raise Refused("a named tuple that does not fit together")
        return named(name, tuple(fields))(*self.items(items, depth))

    def _bytes(self, rest, depth):
        (digits,) = rest
        return bytes.fromhex(digits)

    def _complex(self, rest, depth):
        real, imaginary = rest
        if type(real) is not float or type(imaginary) is not float:
            raise Refused("a complex number that is none")
        return complex(real, imaginary)

    def _range(self, rest, depth):
        parts = self.items(rest, depth)
        if len(parts) != 3 or any(type(part) is not int for part in parts):
            raise Refused("a range that is none")
        return range(*parts)

    def _slice(self, rest, depth):
        parts = self.items(rest, depth)
        if len(parts) != 3:
            raise Refused("a slice that is none")
        return slice(*parts)

    def _ellipsis(self, rest, depth):
        if rest:
            raise Refused("an ellipsis with something in it")
        return Ellipsis

    def _number(self, rest, depth):
        name, digits = rest
        if name not in NUMPY or type(digits) is not str or len(digits) != 2 * np.dtype(name).itemsize:
            raise Refused("a number that is none")
        return rebuild(bytes.fromhex(digits), name, [1], None)[0]

    def _take(self, name: str, shape, layout):
        size = check_shape(shape)
        width = np.dtype(BITS.get(name, name)).itemsize
        count, layout = span(shape, layout, size)
        if max(size, count) * width > DATA or self.at + count * width > len(self.content):
            raise Refused("an array with other numbers than its shape says")
        content = self.content[self.at : self.at + count * width]
        self.at += count * width
        return content, layout

    def _array(self, rest, depth):
        name, shape, layout, writable = rest
        if name not in NUMPY or type(writable) is not bool:
            raise Refused("an array of an unknown kind")
        content, layout = self._take(name, shape, layout)
        array = rebuild(content, name, shape, layout)
        if not writable:
            array.flags.writeable = False
        self.seen.append(array)
        return array

    def _objects(self, rest, depth):
        shape, *nodes = rest
        if check_shape(shape) != len(nodes):
            raise Refused("an array with other values than its shape says")
        place = len(self.seen)
        self.seen.append(None)
        items = self.items(nodes, depth)
        kinds = {type(item) for item in items}
        array = np.empty(shape, object)
        array[...] = _filled(items, shape)
        if kinds in ({str}, {bytes}):
            array = array.astype(str if kinds == {str} else bytes)
        self.seen[place] = array
        return array

    def _tensor(self, rest, depth):
        name, shape, layout, how, grad = rest
        torch = torch_of()
        if torch is None or name not in TENSORS or how not in ("", "leaf", "graph"):
            raise Refused("a tensor of an unknown kind")
        content, layout = self._take(name, shape, layout)
        tensor = rebuild_tensor(content, name, shape, layout, torch)
        self.seen.append(tensor)
        if how and not (tensor.is_floating_point() or tensor.is_complex()):
            raise Refused("a tensor of whole numbers on a graph")
        if how == "leaf":
            tensor.requires_grad_()
            if grad is not None:
                grad = self.value(grad, depth)
                if type(grad) is not torch.Tensor or grad.shape != tensor.shape or grad.dtype != tensor.dtype:
                    raise Refused("a gradient that does not fit its tensor")
                tensor.grad = grad
        elif grad is not None:
            raise Refused("a gradient where none can be")
        if how == "graph":
            self.tensors.append(tensor)
        return tensor

    def _again(self, rest, depth):
        (number,) = rest
        if type(number) is not int or not 0 <= number < len(self.seen) or self.seen[number] is None:
            raise Refused("a value that was not there before")
        return self.seen[number]

    READERS = {
        "i": _int, "l": lambda self, rest, depth: self.items(rest, depth), "t": lambda self, rest, depth: tuple(self.items(rest, depth)),
        "N": _named, "d": _dict, "s": _set, "f": lambda self, rest, depth: frozenset(_Reader._set(self, rest, depth)),
        "b": _bytes, "c": _complex, "r": _range, "z": _slice, "e": _ellipsis, "n": _number, "a": _array, "o": _objects,
        "T": _tensor, "D": lambda self, rest, depth: type_named(*rest), "=": _again,
    }  # fmt: skip


def _filled(items: list, shape: list) -> np.ndarray:
    """The items as a flat array of objects, put into shape; NumPy would look into items that are lists."""
    flat = np.empty(len(items), object)
    for place, item in enumerate(items):
        flat[place] = item
    return flat.reshape(shape)
