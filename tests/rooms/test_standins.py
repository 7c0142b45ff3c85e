"""What tests may do with the things in a learner's room, and what such things can never decide."""

import numpy as np
import pytest
import torch

from course import checks
from course.checks.exceptions import unwritten
from course.grading.rooms.failures import Left
from course.grading.rooms.standins import NotPlain
from course.rooms.limits import Closed, Refused, Unsendable
from tests.rooms.pair import reply, rooms

VALUE = """
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other))
    __radd__ = __add__
    def __getitem__(self, key): return key
    def double(self): return Value(2 * self.data, (self,))
    def __eq__(self, other): return True
    __hash__ = object.__hash__
"""
LIAR = """
class Liar:
    shape, dtype = (3,), np.dtype("float64")
    def __eq__(self, other): return True
    def __bool__(self): return True
    def __array__(self, *a, **k): return np.ones(3)
    def __array_ufunc__(self, *a, **k): return np.True_
    def __array_function__(self, *a, **k): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __lt__ = __gt__ = __le__ = __ge__ = __ne__ = __eq__
    def equal(self, other): return True
    def all(self): return True
class Array(np.ndarray):
    def __eq__(self, other): return np.ones(self.shape, bool)
    def __array_ufunc__(self, *a, **k): return np.ones(3, bool)
class Float(float):
    def __eq__(self, other): return True
    __hash__ = float.__hash__
class Tensor(torch.Tensor):
    @classmethod
    def __torch_function__(cls, *a, **k): return True
def liar(x): return Liar()
def array(x): return np.zeros(3).view(Array)
def number(x): return Float(0.25)
def tensor(x): return torch.zeros(3).as_subclass(Tensor)
"""


def test_functions_take_and_give_plain_values():
    with rooms("def f(*args, **kwargs):\n    return args, kwargs") as room:
        f = room.name("f")
        (a, b), kwargs = f(np.ones((2, 2)).T, [1, (2.5, "x")], flag=None)
        assert type(a) is np.ndarray and a.flags.f_contiguous and b == [1, (2.5, "x")] and kwargs == {"flag": None}
        assert f.__name__ == "f" and callable(f)
        with pytest.raises(KeyError):
            room.name("g")


def test_a_class_and_its_objects():
    with rooms(VALUE + "def other(): return 3") as room:
        Value = room.name("Value")
        a, b = Value(2.0), Value(3.0)
        end = (a + b).double() + 1 + a
        assert end.data == 13.0 and sum([a, b]).data == 5.0 and (1 + a).data == 3.0
        assert end.parents[1] is a and a != b and {a: 1}[a] == 1 and a in [b, a]
        a.grad = 7.5
        assert a.grad == 7.5 and a["key"] == "key" and isinstance(a, Value) and not isinstance(2.0, Value)
        assert type(a).__name__ == "Value" and not callable(a) and callable(Value)
        with pytest.raises(AttributeError, match="nothing"):
            a.nothing


def test_an_object_has_no_truth_and_equals_no_data():
    with rooms(VALUE) as room:
        a = room.name("Value")(2.0)
        for judge in (bool, lambda a: a == 2.0, lambda a: a != 2.0, lambda a: a < 3, lambda a: 2.0 in [a], lambda a: not a):
            with pytest.raises(NotPlain):
                judge(a)


@pytest.mark.parametrize(
    "test",
    [
        lambda f, x: f(x) == 0.5, lambda f, x: np.allclose(f(x), x), lambda f, x: np.array_equal(f(x), x), lambda f, x: checks.same(f(x), x),
        lambda f, x: abs(f(x) - 0.5) < 1e-6, lambda f, x: (f(x) == x).all(), lambda f, x: (x == f(x)).all(), lambda f, x: (f(x) > 0).all(),
        lambda f, x: torch.equal(f(x), torch.ones(3)), lambda f, x: f(x).equal(x), lambda f, x: np.isclose(f(x), 0.5), lambda f, x: 0.5 - f(x) == 0,
        lambda f, x: torch.allclose(torch.as_tensor(f(x)), torch.ones(3)), lambda f, x: f(x) in (0.5, 1.0), lambda f, x: np.testing.assert_allclose(f(x), x) is None,
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["liar", "array", "number", "tensor"])
def test_what_equals_everything_passes_no_test(name, test):
    with rooms(LIAR) as room:
        try:
            passed = bool(np.all(test(room.name(name), np.ones(3))))
        except Exception:
            passed = False
        assert not passed


def test_its_data_come_as_data():
    with rooms(LIAR) as room:
        assert type(room.name("array")(0)) is np.ndarray
        with pytest.raises(Exception):  # its own torch functions keep it from being read
            room.name("tensor")(0)
        assert type(room.name("number")(0)) is float and room.name("number")(0) != 1.0


@pytest.mark.parametrize(
    "raised, kind, text",
    [
        ("ValueError('no')", ValueError, "no"), ("KeyError('k')", KeyError, "k"), ("np.linalg.LinAlgError('sing')", np.linalg.LinAlgError, "sing"),
        ("type('Mine', (ValueError,), {})('x')", ValueError, "x"), ("NotImplementedError", NotImplementedError, ""),
        ("type('Odd', (Exception,), {'__init__': lambda s, *a: None})(object())", Exception, ""), ("StopIteration(3)", StopIteration, "3"),
        ("UnicodeDecodeError('utf-8', b'a', 0, 1, 'bad')", UnicodeDecodeError, "bad"), ("RecursionError()", RecursionError, ""),
        ("type('HiddenTestFailed', (Exception,), {})('input 3')", Exception, "input 3"),
    ],
)  # fmt: skip
def test_exceptions_come_by_type_and_text(raised, kind, text):
    with rooms(f"def f():\n    raise {raised}") as room:
        with pytest.raises(kind, match=text or None) as caught:
            room.name("f")()
        assert type(caught.value).__name__ not in ("HiddenTestFailed", "CheckFailed")
        assert room.name("f").__name__ == "f"  # and the room can be asked on


def test_an_unwritten_function_is_known_as_such():
    with rooms("def f(x):\n    raise NotImplementedError\ndef g(x):\n    return f(x)") as room:
        for name in "fg":
            with pytest.raises(NotImplementedError) as caught:
                room.name(name)(1)
            assert unwritten(caught.value) == "f"


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "raise GeneratorExit", "raise type('Out', (BaseException,), {})"])
def test_who_leaves_python_ends_the_cell(code):
    with rooms(f"def f():\n    {code}") as room:
        with pytest.raises(Left):
            try:
                room.name("f")()
            except Exception:  # as a test might
                pytest.fail("swallowed")
        with pytest.raises(Left):
            room.name("f")


def test_call_backs_and_their_exceptions():
    code = "def f(g, x):\n    return [g(x), g(x + 1)]\ndef safe(g):\n    try:\n        return g()\n    except ValueError as e:\n        return str(e)\ndef same(g): return g"
    with rooms(code) as room:
        seen = []
        assert room.name("f")(lambda x: seen.append(x) or 2 * x, 3) == [6, 8] and seen == [3, 4]
        assert room.name("f")(np.exp, 0.0) == [1.0, np.exp(1.0)] and room.name("f")(torch.tanh, torch.zeros(1))[0] == 0

        class Own(ValueError):
            pass

        mine = Own("of the test")

        def raising():
            raise mine

        assert room.name("safe")(raising) == "of the test"
        with pytest.raises(Own) as caught:
            room.name("f")(lambda x: raising(), 1)
        assert caught.value is mine and room.name("same")(raising) is raising


def test_a_call_back_may_ask_the_room_again():
    with rooms(VALUE + "def apply(g, x): return g(x)") as room:
        Value, apply = room.name("Value"), room.name("apply")
        assert apply(lambda v: (v + 1).data, Value(2.0)) == 3.0


def test_iterators_and_generators():
    with rooms("def f(n):\n    for i in range(n):\n        yield np.full(2, i)\ndef odd(): return iter([1, 3])\ndef bad():\n    yield 1\n    raise KeyError('x')") as room:
        assert [a.sum() for a in room.name("f")(3)] == [0, 2, 4] and next(iter(room.name("odd")())) == 1
        with pytest.raises(KeyError):
            list(room.name("bad")())


def test_generators_of_random_numbers_draw_the_same():
    with rooms("def f(rng): return rng.normal(size=3)\ndef g(rng): return torch.rand(2, generator=rng)") as room:
        assert np.array_equal(room.name("f")(np.random.default_rng(5)), np.random.default_rng(5).normal(size=3))
        rng = np.random.default_rng(5)
        assert not np.array_equal(room.name("f")(rng), room.name("f")(rng))
        assert torch.equal(room.name("g")(torch.Generator().manual_seed(2)), torch.rand(2, generator=torch.Generator().manual_seed(2)))


GRADIENTS = """
def square(t): return t ** 2
def both(Ws, b): return {"sum": sum(W.sum() for W in Ws) * b, "n": 3, "plain": Ws[0].detach()}
def itself(t): return t
def cut(t): return t.detach() * 2
model = torch.nn.Linear(2, 1)
def forward(x): return model(x)
"""


def test_gradients_cross():
    with rooms(GRADIENTS) as room:
        x = torch.tensor([1.0, -2.0], requires_grad=True)
        (room.name("square")(3 * x) * torch.tensor([1.0, 10.0])).sum().backward()
        assert torch.equal(x.grad, torch.tensor([18.0, -360.0]))
        a, b = torch.ones(2, 2, requires_grad=True), torch.tensor(4.0, requires_grad=True)
        found = room.name("both")([a, torch.ones(2)], b)
        assert found["n"] == 3 and not found["plain"].requires_grad
        found["sum"].backward()
        assert torch.equal(a.grad, torch.full((2, 2), 4.0)) and b.grad == 6.0
        c = torch.ones(2, requires_grad=True)
        room.name("itself")(c).sum().backward()
        assert torch.equal(c.grad, torch.ones(2)) and not room.name("cut")(c).requires_grad
        with torch.no_grad():
            assert not room.name("square")(c).requires_grad


def test_parameters_of_the_learner_collect_their_gradients_there():
    with rooms(GRADIENTS) as room:
        end = room.name("forward")(torch.ones(3, 2))
        assert end.requires_grad and end.grad_fn is not None and room.name("model").weight.grad is None
        end.sum().backward()
        assert torch.equal(room.name("model").weight.grad, torch.full((1, 2), 3.0))


CHANGES = """
def f(x):
    x[...] = 0
    return x
def g(x): x.append(4); x[0] = 9
def h(d): d["new"] = 1; d["a"] += 1
def t(x):
    x.requires_grad_().sum().backward()
"""


def test_changes_of_arguments_come_back_only_when_asked_for():
    a = np.ones(3)
    with rooms(CHANGES) as room:
        assert (room.name("f")(a) == 0).all() and (a == 1).all() and not checks.keeps(room.name("f"), a)
    with rooms(CHANGES, changes=True) as room:
        a, inner, d, x = np.ones(3), np.ones(2), {"a": np.zeros(1)}, torch.ones(2)
        items = [inner, 2]
        room.name("f")(a), room.name("g")(items), room.name("h")(d), room.name("t")(x)
        assert (a == 0).all() and items == [9, 2, 4] and d["new"] == 1 and d["a"] == 1
        assert x.requires_grad and torch.equal(x.grad, torch.ones(2))


def test_conditions_hold_there_too():
    code = "def f(): return float(np.exp(np.float64(1000)))\ndef w():\n    import warnings\n    warnings.warn('x')\n    return 1\ndef d(): return torch.zeros(1).dtype"
    with rooms(code) as room:
        assert room.name("f")() == np.inf and room.name("w")() == 1
        with pytest.raises(FloatingPointError):
            checks.quiet(room.name("f"))
        with pytest.raises(UserWarning):
            checks.quiet(room.name("w"))


def test_what_cannot_cross_says_so():
    with rooms("def f(x): return 1") as room:
        with pytest.raises(Unsendable, match="in_room"):
            room.name("f")(torch.nn.Linear(2, 1))
        assert room.name("f")(1) == 1


def test_a_probe_runs_beside_the_learners_names():
    with rooms("secret = [1]\ndef share(): return secret") as room:
        probe = room.probe("def probe(n):\n    secret.append(n)\n    return share() is secret and np.sum(secret)", "probe", "import numpy as np")
        assert probe(4) == 5 and probe.__name__ == "probe"


@pytest.mark.parametrize(
    "payload",
    [b"", b"junk" * 8, b"room" + b"\xff" * 12, b"room\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00{}", b"room\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00\x00[\"t\",\"=\"]"],
)
def test_a_forged_reply_ends_the_cell(payload):
    with pytest.raises((Refused, Closed)):
        try:
            reply(payload)
        except Exception:
            pytest.fail("swallowed")


def test_a_room_that_says_nothing_is_not_waited_for():
    with pytest.raises(Closed):
        reply(b"room\x00\x00", seconds=0.3)
