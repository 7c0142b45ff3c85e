"""The numbers of arrays and tensors as bytes, with the way they lie in memory.

A layout is None for numbers in reading order, or ``[offset, count, *strides]`` in elements: a transposed or
sliced view arrives as such a view, so that code which needs numbers in reading order still meets none.
"""

import math

import numpy as np

from course.rooms.limits import AXES, DATA, Refused

NUMPY = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    "float16", "float32", "float64", "complex64", "complex128",
)  # fmt: skip
BITS = {"bfloat16": "int16"}  # NumPy has no such type: its bits travel
TENSORS = {*NUMPY, *BITS}
SPREAD = 4  # a view may lie over that many times as many numbers as it shows


def layout_of(value: np.ndarray) -> tuple[list | None, bytes]:
    """An array's layout and bytes."""
    if not value.dtype.isnative:
        value = value.astype(value.dtype.newbyteorder("="))
    size = value.dtype.itemsize
    if value.flags.c_contiguous or not value.size or any(stride % size for stride in value.strides):
        return None, np.ascontiguousarray(value).tobytes()
    strides = [stride // size for stride in value.strides]
    low = sum((n - 1) * s for n, s in zip(value.shape, strides) if s < 0)
    high = sum((n - 1) * s for n, s in zip(value.shape, strides) if s > 0)
    count = high - low + 1
    if count > SPREAD * value.size:
        return None, np.ascontiguousarray(value).tobytes()
    # Only the view's own numbers travel; what lies between them is somebody else's.
    flat = np.zeros(count, value.dtype)
    np.lib.stride_tricks.as_strided(flat[-low:], value.shape, value.strides)[...] = value
    return [-low, count, *strides], flat.tobytes()


def raw(value, torch) -> tuple[list | None, bytes]:
    """A tensor's layout and bytes."""
    plain = value.detach().resolve_conj().resolve_neg().cpu()
    if plain.dtype == torch.bfloat16:
        plain = plain.view(torch.int16)
    return layout_of(plain.numpy())


def tensor_kind(value, torch) -> str | None:
    name = str(value.dtype).removeprefix("torch.")
    return name if name in TENSORS and value.layout == torch.strided and value.device.type != "meta" else None


def plain_array(value: np.ndarray) -> np.ndarray:
    """An array of a rare dtype as one that can travel: longer floats as float64, times and records as text."""
    if value.dtype.kind in "fc":
        return value.astype("float64" if value.dtype.kind == "f" else "complex128")
    return value if value.dtype.kind in "OUS" else value.astype(str)


def check_shape(shape) -> int:
    """The number of elements of a shape that came over the wire. Raises Refused."""
    if type(shape) is not list or len(shape) > AXES or any(type(n) is not int or not 0 <= n <= DATA for n in shape):
        raise Refused("a shape that is none")
    size = math.prod(shape)
    if size > DATA:
        raise Refused("an array that is too large")
    return size


def span(shape: list, layout, size: int) -> tuple[int, list]:
    """How many numbers lie in memory, and the layout, once it is sure that the view stays within them."""
    if layout is None:
        return size, layout
    if type(layout) is not list or len(layout) != len(shape) + 2 or any(type(n) is not int or abs(n) > DATA for n in layout):
        raise Refused("a layout that is none")
    offset, count, *strides = layout
    low = offset + sum((n - 1) * s for n, s in zip(shape, strides) if s < 0)
    high = offset + sum((n - 1) * s for n, s in zip(shape, strides) if s > 0)
    if not size or not 0 <= low <= offset <= high < count:
        raise Refused("a view beyond its numbers")
    return count, layout


def rebuild(content, name: str, shape: list, layout) -> np.ndarray:
    """An array of its own memory from checked parts. Raises Refused for a truth value that is neither."""
    flat = np.frombuffer(content, np.uint8 if name == "bool" else name)
    if name == "bool":
        if (flat > 1).any():
            raise Refused("a truth value that is neither true nor false")
        flat = flat.view(np.bool_)
    flat = flat.copy()
    if layout is None:
        return flat.reshape(shape)
    offset, _, *strides = layout
    return np.lib.stride_tricks.as_strided(flat[offset:], shape, [s * flat.itemsize for s in strides])


def rebuild_tensor(content, name: str, shape: list, layout, torch):
    """A tensor from checked parts."""
    if layout is not None and any(s < 0 for s in layout[2:]):
        raise Refused("a tensor that runs backwards")
    flat = torch.from_numpy(rebuild(content, BITS.get(name, name), [-1] if layout is None else [layout[1]], None))
    if name in BITS:
        flat = flat.view(getattr(torch, name))
    if layout is None:
        return flat.reshape(shape)
    offset, _, *strides = layout
    return flat.as_strided(shape, strides, offset)
