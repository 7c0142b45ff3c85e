"""Plain values cross exactly; whatever else arrives is refused, before memory is taken for it."""

import json
import math
import tracemalloc
from collections import OrderedDict, namedtuple

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from course.rooms.limits import HEAD, Refused, Unsendable
from course.rooms.unwire import unpack
from course.rooms.wire import Packer

Pair = namedtuple("Pair", "W b")


def parts(value) -> tuple[bytes, bytes]:
    content = Packer().pack(value)
    _, text, data = HEAD.unpack(content[: HEAD.size])
    assert len(content) == HEAD.size + text + data
    return content[HEAD.size : HEAD.size + text], content[HEAD.size + text :]


def crossed(value):
    return unpack(*parts(value))[0]


def same(a, b) -> bool:
    """Equal to the bit and of the same type."""
    if isinstance(a, torch.Tensor):
        return type(b) is torch.Tensor and a.dtype == b.dtype and a.requires_grad == b.requires_grad and torch.equal(a, b)
    if isinstance(a, np.ndarray):
        return type(b) is np.ndarray and a.dtype == b.dtype and np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    if isinstance(a, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    return type(a) is type(b) and (a == b or a != a and b != b)


PLAIN = [
    None, True, False, 0, -7, 2**60, -(10**40), 1.5, -0.0, math.nan, math.inf, "", "é \ud800 \x00", b"\x00\xff", 2 + 1j, range(1, 9, 2),
    slice(None, 3), Ellipsis, [], [1, [2.0, ("a",)]], (), (1,), {}, {"a": [1], (1, 2): None}, {1, 2}, frozenset({"x"}),
    np.float64(0.5), np.int8(-3), np.bool_(True), np.float32(1 / 3), np.zeros(0), np.array(3.0), np.ones((2, 0, 3)),
    np.arange(6, dtype=np.uint8).reshape(2, 3), np.array([True, False]), np.array([1 + 2j]), np.array(["a", "bc"]),
    np.array([1, "x", None, [2]], dtype=object), np.array([math.nan, 1.0]),
    torch.tensor(2.0), torch.zeros(0), torch.tensor([[1, 2]]), torch.tensor([True]), torch.ones(2, dtype=torch.bfloat16),
    torch.ones(2, 3, requires_grad=True), np.dtype("float32"), torch.float64, float, np.float32, ValueError,
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: f"{type(value).__name__}-{str(value)[:20]!a}")
def test_plain_values_cross_exactly(value):
    assert same(value, crossed(value))


@pytest.mark.parametrize(
    "view",
    [
        np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1)[::2], np.arange(10)[::-1], np.arange(10)[::3],
        np.broadcast_to(np.arange(3), (4, 3)), torch.arange(24).reshape(2, 3, 4).permute(2, 1, 0), torch.arange(12)[1::2],
    ],
)  # fmt: skip
def test_views_stay_views(view):
    there = crossed(view)
    assert same(np.asarray(view), np.asarray(there))
    strides = (lambda a: a.strides) if isinstance(view, np.ndarray) else (lambda t: t.stride())
    assert strides(there) == strides(view)


def test_a_view_carries_nothing_of_what_lies_between():
    base = np.full(30, 777.0)
    base[::3] = 1.0
    assert 777.0 not in np.frombuffer(parts(base[::3])[1])


def test_libraries_own_varieties_become_plain():
    assert type(crossed(OrderedDict(a=1))) is dict
    assert type(crossed(torch.nn.Parameter(torch.ones(2)))) is torch.Tensor
    assert type(crossed(np.ma.masked_array([1.0]))) is np.ndarray
    there = crossed(torch.max(torch.tensor([[1.0, 3.0]]), dim=1))
    assert there.values.item() == 3.0 and there.indices.item() == 1 and isinstance(there, tuple)
    assert crossed(Pair(1, 2)).W == 1 and crossed(Pair(1, 2)) == (1, 2)


def test_one_array_twice_is_one_array():
    a = np.ones(3)
    first, second = crossed([a, a])
    assert first is second


def test_read_only_stays_read_only():
    a = np.ones(3)
    a.flags.writeable = False
    assert not crossed(a).flags.writeable


@pytest.mark.parametrize("value", [object(), lambda: 1, open, iter([1]), [[[object()]]]])
def test_what_is_not_plain_has_no_form(value):
    with pytest.raises(Unsendable):
        parts(value)


def test_deep_and_large_values_are_not_sent():
    deep = []
    for _ in range(100):
        deep = [deep]
    for value in (deep, [0.0] * 700_000 + [[1]] * 700_000, np.zeros(20_000_000)):
        with pytest.raises(Unsendable):
            parts(value)


REFUSED = [
    "", "{", "{}", '{"a": 1}', "[]", "[1]", '["?"]', '["i", 5]', '["i", "xyz"]', '["i"]', '["d", 1]', '["d", ["l"], 1]', '["d", 1, 2, 1, 3]',
    '["s", 1, 1]', '["s", ["l"]]', '["c", 1, 2]', '["r", 1, 2]', '["r", 1, 2, 0]', '["e", 1]', '["b", "0"]', '["n", "float64", "00"]',
    '["n", "object", "00"]', '["n", "bool", "02"]', '["a", "float64", [3], null, true]', '["a", "float64", [-1], null, true]',
    '["a", "float64", [100000000000], null, true]', '["a", "object", [0], null, true]', '["a", "float64", [0], [0, 0, 1], true]',
    '["a", "float64", ["1"], null, true]', '["a", "float64", [true], null, true]', '["o", [2], 1]', '["T", "float64", [1], null, "graph", 1]',
    '["T", "int64", [0], null, "leaf", null]', '["T", "float64", [0], null, "", 1]', '["=", 0]', '["=", -1]', '["D", "type.nothing"]',
    '["D", "torch.load"]', '["D", "numpy.object_"]', '["D"]', '["N", "eval", ["a b"], 1]', '["N", "T", ["__class__"], 1]', '["N", "T", ["a", "a"], 1, 2]',
    '["N", "class", ["a"], 1]', '["h", 0]', '["L", "os", "system"]', "[" * 5000 + "]" * 5000, "1" * 10_000, '["l", {"a": 1}]',
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_does_not_fit_is_refused(text):
    with pytest.raises(Refused):
        unpack(text.encode(), b"")


@pytest.mark.parametrize("code", [b"\xff\xfe{\x00}\x00", "é".encode(), b"\x00"])
def test_only_ascii_json_is_read(code):
    with pytest.raises(Refused):
        unpack(code, b"")


def test_numbers_must_belong_to_something_and_stay_inside():
    text, data = parts(np.arange(4.0))
    for content in (data[:-1], data + b"\0", b""):
        with pytest.raises(Refused):
            unpack(text, content)
    for layout in ([0, 4, 2], [3, 4, 1], [0, 4, -1], [-1, 4, 1], [0, 4], [0, 4, 1, 1], [0, 10**12, 1], [0, 4, 10**10]):
        with pytest.raises(Refused):
            unpack(json.dumps(["a", "float64", [4], layout, True]).encode(), data)
    with pytest.raises(Refused):  # a truth value of 2 equals neither True nor False
        unpack(b'["a", "bool", [1], null, true]', b"\x02")


def test_a_small_message_takes_little_memory():
    """A view of one number with a billion places would fill it."""
    tracemalloc.start()
    try:
        for shape, strides in (([10**9], [0]), ([30_000, 30_000], [0, 0])):
            with pytest.raises(Refused):
                unpack(json.dumps(["a", "float64", shape, [0, 1, *strides], True]).encode(), bytes(8))
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


TAGS = st.sampled_from("i l t N d s f b c r z e n a o T D = h F L G x".split())
LEAVES = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=8) | st.sampled_from(
    ["float64", "bool", "int64", "bfloat16", "leaf", "graph", "torch.float32", "type.int", "ff", "0"]
)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=5) | st.tuples(TAGS, st.lists(inner, max_size=5)).map(lambda p: [p[0], *p[1]]), max_leaves=25)


@settings(max_examples=400, deadline=None)
@given(tree=TREES, data=st.binary(max_size=64))
def test_any_tree_is_read_or_refused(tree, data):
    try:
        unpack(json.dumps(tree).encode(), data)
    except Refused:
        pass


@settings(max_examples=300, deadline=None)
@given(value=st.sampled_from(PLAIN), places=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), min_size=1, max_size=4), cut=st.integers(0, 20))
def test_a_damaged_message_is_read_or_refused(value, places, cut):
    text, data = map(bytearray, parts([value, value]))
    for place, byte in places:
        text[place % len(text)] = byte
    try:
        unpack(bytes(text), bytes(data[: len(data) - cut % (len(data) + 1)]))
    except Refused:
        pass


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=30,
)


@settings(max_examples=200, deadline=None)
@given(value=VALUES)
def test_any_plain_value_comes_back(value):
    assert repr(crossed(value)) == repr(value)
