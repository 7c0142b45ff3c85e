"""Plain values as bytes, and back as exactly the types that are listed here; never pickle.

A message is JSON, in which ``null``, truth values, numbers and strings stand for themselves and an array
``[tag, ...]`` for everything else, followed by the raw numbers of its arrays. What is not plain goes through
``other`` (an object to a node) and ``special`` (a node to an object), given by the two sides.

Tags: i whole number, l list, t tuple, N named tuple, d dict, s set, f frozenset, b bytes, c complex, r range,
z slice, e Ellipsis, n NumPy number, a NumPy array, o NumPy array of objects, T tensor, D dtype or type, = an array or tensor that was there before.
"""

import builtins
import json
import sys
from itertools import chain

import numpy as np

from course.rooms.arrays import NUMPY, layout_of, plain_array, raw, tensor_kind
from course.rooms.limits import DATA, DEPTH, HEAD, MAGIC, NODES, Refused, Unsendable

TYPES = {name: kind for name, kind in vars(builtins).items() if isinstance(kind, type)}
DTYPES = {"numpy." + name: np.dtype(name) for name in NUMPY}
NAMES = {np.dtype(name).num: name for name in NUMPY}
SCALARS = {"numpy.type." + name: np.dtype(name).type for name in NUMPY}
BASES = ((bool, bool), (int, int), (float, float), (str, str), (list, list), (dict, dict), (frozenset, frozenset), (set, set))


NUMBERS = BASES[1:4]  # a learner's own variety of these is its value; of a container it is an object


def torch_of():
    return sys.modules.get("torch")


def type_name(value) -> str | None:
    """The name of a dtype, or of a type that both rooms know alike; None for any other."""
    torch = torch_of()
    if torch is not None and isinstance(value, torch.dtype):
        return str(value)
    if isinstance(value, np.dtype):
        return "numpy." + value.name if value.name in NUMPY else None
    if not isinstance(value, type):
        return None
    if TYPES.get(value.__name__) is value:
        return "type." + value.__name__
    if value is np.ndarray:
        return "numpy.ndarray"
    if torch is not None and value is torch.Tensor:
        return "torch.Tensor"
    return next((name for name, kind in SCALARS.items() if kind is value), None)


def type_named(name):
    """The dtype or type of that name. Raises Refused for an unknown one."""
    torch = torch_of()
    if not isinstance(name, str):
        raise Refused("a type without a name")
    if name.startswith("type.") and name[5:] in TYPES:
        return TYPES[name[5:]]
    if found := DTYPES.get(name) or SCALARS.get(name):
        return found
    if name == "numpy.ndarray":
        return np.ndarray
    if torch is not None and name.startswith("torch."):
        found = getattr(torch, name[6:], None) if name[6:].isidentifier() else None
        if isinstance(found, torch.dtype) or found is torch.Tensor:
            return found
    raise Refused("an unknown type")


def dtype_name(dtype: np.dtype) -> str:
    """Its ``name``, which NumPy puts together anew each time."""
    return NAMES.get(dtype.num) or dtype.name


class Packer:
    """Packs one message. ``tensors`` lists the tensors in it, in their order, that hang on a graph.

    That is looked for in replies only, to which ``inputs`` is given: the tensors that the graph may start from.
    """

    def __init__(self, other=None, inputs=None):
        self.other, self.inputs = other, None if inputs is None else {id(one) for one in inputs}
        self.buffers: list[bytes] = []
        self.tensors: list = []
        self._seen: dict[int, tuple] = {}
        self._size = self._nodes = 0

    def pack(self, value) -> bytes:
        """The message: its JSON part and its arrays, with a head that tells their sizes."""
        text = json.dumps(self.node(value, 0), separators=(",", ":")).encode()
        return b"".join([HEAD.pack(MAGIC, len(text), self._size), text, *self.buffers])

    def node(self, value, depth):
        kind = type(value)
        if value is None or kind is bool or kind is float or kind is str:
            return value
        if kind is int:
            return value if -(2**53) < value < 2**53 else ["i", format(value, "x")]
        self._nodes += 1
        if depth > DEPTH or self._nodes > NODES:
            raise Unsendable("a value that is nested too deeply, or holds too much, to leave its room")
        if kind is tuple or kind is list or kind is set or kind is frozenset:
            return [{tuple: "t", list: "l", set: "s", frozenset: "f"}[kind], *(self.node(item, depth + 1) for item in value)]
        if kind is dict:
            return ["d", *(self.node(item, depth + 1) for item in chain.from_iterable(value.items()))]
        return self._rarer(value, kind, depth)

    def _rarer(self, value, kind, depth):
        if isinstance(value, np.generic):
            return self._number(value)
        if isinstance(value, np.ndarray):
            return self._again(value) or self._array(value, depth)
        torch = torch_of()
        if torch is not None and isinstance(value, torch.Tensor):
            return self._again(value) or self._tensor(value, depth, torch)
        if (name := type_name(value)) is not None:
            return ["D", name]
        if kind in (bytes, bytearray):
            return ["b", bytes(value).hex()]
        if kind is complex:
            return ["c", value.real, value.imag]
        if kind in (range, slice):
            return ["r" if kind is range else "z", *(self.node(part, depth + 1) for part in (value.start, value.stop, value.step))]
        if value is Ellipsis:
            return ["e"]
        if kind.__module__ != "__main__":  # a library's own variety of something plain
            if isinstance(value, tuple):
                return self._named(value, kind, depth)
            for base, plain in BASES:
                if isinstance(value, base):
                    return self.node(plain(value), depth)
        elif isinstance(value, tuple) and hasattr(kind, "_fields"):
            return self._named(value, kind, depth)
        else:
            for base, plain in NUMBERS:
                if isinstance(value, base):
                    return self.node(plain(value), depth)
        if self.other is not None:
            return self.other(value)
        raise Unsendable(f"{kind.__name__} has no form on the wire")

    def _named(self, value, kind, depth):
        fields = getattr(kind, "_fields", None)
        if fields is None and getattr(kind, "n_fields", 0) == len(value):  # how C makes them, torch.return_types for one
            fields = [name for name in vars(kind) if not name.startswith(("_", "n_"))][: len(value)]
        items = [self.node(item, depth + 1) for item in value]
        if not fields or len(fields) != len(items):
            return ["t", *items]
        return ["N", kind.__name__, list(fields), *items]

    def _again(self, value):
        found = self._seen.get(id(value))
        return None if found is None else ["=", found[0]]

    def _remember(self, value) -> None:
        self._seen[id(value)] = (len(self._seen), value)

    def _room_for(self, size: int) -> None:
        """Raise Unsendable before so many bytes more are made for a message that may not hold them."""
        if self._size + size > DATA:
            raise Unsendable("more numbers than may leave a room at once")

    def _buffer(self, content: bytes) -> None:
        self._room_for(len(content))
        self._size += len(content)
        self.buffers.append(content)

    def _number(self, value):
        name = dtype_name(value.dtype)
        if name not in NUMPY:
            return self.node(value.item() if value.dtype.kind in "USOf" else str(value), DEPTH)
        return ["n", name, value.tobytes().hex()]

    def _array(self, value, depth):
        value = np.asarray(value)
        if dtype_name(value.dtype) not in NUMPY:
            value = plain_array(value)
        self._room_for(value.size * (value.dtype.itemsize if value.dtype.kind not in "OUS" else 0))
        if value.dtype.kind in "OUS":
            self._remember(value)
            return ["o", list(value.shape), *(self.node(item, depth + 1) for item in value.ravel().tolist())]
        layout, content = layout_of(value)
        self._remember(value)
        self._buffer(content)
        return ["a", dtype_name(value.dtype), list(value.shape), layout, value.flags.writeable]

    def _tensor(self, value, depth, torch):
        name = tensor_kind(value, torch)
        if name is None:
            raise Unsendable("a tensor of a rare kind (sparse, quantised, on no device)")
        self._room_for(value.numel() * value.element_size())
        layout, content = raw(value, torch)
        self._remember(value)
        self._buffer(content)
        on_graph = self.inputs is not None and value.requires_grad and (not value.is_leaf or id(value) in self.inputs)
        if on_graph:
            self.tensors.append(value)
        grad = value.grad if value.is_leaf and value.requires_grad else None
        how = "graph" if on_graph else "leaf" if value.requires_grad else ""
        return ["T", name, list(value.shape), layout, how, None if grad is None else self.node(grad.detach(), depth + 1)]
