"""What a test holds in place of a learner's function, class or object.

A stand-in asks the learner's room for everything that is done with it. Only plain values come back, or other
stand-ins. It has no truth and equals nothing but itself: an object that says "yes" to every comparison decides
nothing here.
"""

from functools import lru_cache

from course.rooms.limits import Unsendable

UNARY = {"__neg__": "neg", "__pos__": "pos", "__abs__": "abs", "__invert__": "invert"}
BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor")
PLAIN = {"__float__": ("float", float), "__int__": ("int", int), "__complex__": ("complex", complex), "__len__": ("len", int)}


class NotPlain(TypeError):
    """An object of the learner's stands where a test needs plain data."""


def no_data(self, *_):
    __tracebackhide__ = True
    raise NotPlain(f"{self._about} is an object where plain data is expected: a number, an array, a tensor, a list, a string")


class StandIn:
    """An object in the learner's room. ``_number`` is its number there."""

    __slots__ = ("_room", "_number", "_kind", "_name", "_expected", "__weakref__")
    __array_ufunc__ = None  # NumPy's functions leave it alone
    __hash__ = object.__hash__

    def __init__(self, room, number: int, kind: str, name: str, expected: bool):
        self._room, self._number, self._kind, self._name, self._expected = room, number, kind, name, expected

    @property
    def _about(self) -> str:
        return f"{type(self).__name__} {self._name}".strip()

    @property
    def __name__(self):
        if not self._name:
            raise AttributeError("__name__")
        return self._name

    def __getattr__(self, name):
        if name == "__doc__":
            return self._do("getattr", name)
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)  # what libraries ask of unknown objects is not the learner's to answer
        found = self._do("getattr", name)
        if isinstance(found, StandIn) and (found._kind == "method" or not self._expected):
            found._expected = self._expected
        return found

    def __setattr__(self, name, value):
        if name in StandIn.__slots__:
            object.__setattr__(self, name, value)
        else:
            self._do("setattr", name, value)

    def __eq__(self, other):
        if isinstance(other, StandIn):
            return self is other
        if other is None:
            return False
        no_data(self)

    def __ne__(self, other):
        return not self == other

    __bool__ = __lt__ = __le__ = __gt__ = __ge__ = no_data

    def __deepcopy__(self, memo):
        raise Unsendable("a learner's object cannot be copied from outside its room; make a new one")

    __copy__ = __reduce_ex__ = __deepcopy__

    def __repr__(self):
        try:
            found = self._room.do("repr", self)
        except Exception:
            found = ""
        return found[:200] if isinstance(found, str) and found else f"<{self._about}>"

    def __getitem__(self, key):
        found = self._do("getitem", key)
        if isinstance(found, StandIn) and not self._expected:
            found._expected = False
        return found

    def __setitem__(self, key, value):
        self._do("setitem", key, value)

    def __delitem__(self, key):
        self._do("delitem", key)

    def __iter__(self):
        return _Steps(self._do("iter"))

    def __contains__(self, value):
        self._must_be_expected()
        found = self._do("contains", value)
        return found if isinstance(found, bool) else no_data(self)

    def __index__(self):
        found = self._do("index")
        return found if type(found) is int else no_data(self)

    def __round__(self, digits=None):
        return self._do("round", digits)

    def __enter__(self):
        return self._do("enter")

    def __exit__(self, *_):
        self._do("exit")

    def _do(self, operation, *rest):
        __tracebackhide__ = True
        return self._room.do(operation, self, *rest)

    def _must_be_expected(self) -> None:
        """What a test computes with must be of a class that the test names; anything else would see its operand."""
        if not self._expected:
            no_data(self)


class CallableStandIn(StandIn):
    """A function, a method, a class or an object that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        __tracebackhide__ = True
        if not self._expected and (args or kwargs):
            no_data(self)
        return self._room.do("call", self, *args, **kwargs)


class ClassStandIn(CallableStandIn):
    """A class of the learner's; ``isinstance`` of another stand-in is asked in the room."""

    __slots__ = ()

    def __instancecheck__(self, value):
        if not isinstance(value, StandIn):
            return False
        return self._room.do("isinstance", value, self) is True


class _Steps:
    """Iterates over what stays in the room, one question for each step."""

    def __init__(self, iterator):
        self.iterator = iterator

    def __iter__(self):
        return self

    def __next__(self):
        if not isinstance(self.iterator, StandIn):
            raise NotPlain("iter() gave no iterator")
        return self.iterator._room.do("next", self.iterator)


StandIn.__next__ = lambda self: self._do("next")


def _unary(name):
    def operate(self):
        self._must_be_expected()
        return self._do(name)

    return operate


def _binary(name, swapped):
    def operate(self, other):
        self._must_be_expected()
        return self._do(f"r{name.rstrip('_')}" if swapped else name, other)

    return operate


def _plain(name, kind):
    def convert(self):
        found = self._do(name)
        return found if type(found) is kind else no_data(self)

    return convert


for special, word in UNARY.items():
    setattr(StandIn, special, _unary(word))
for word in BINARY:
    setattr(StandIn, f"__{word.rstrip('_')}__", _binary(word, False))
    setattr(StandIn, f"__r{word.rstrip('_')}__", _binary(word, True))
for special, (word, kind) in PLAIN.items():
    setattr(StandIn, special, _plain(word, kind))


def make(room, number: int, kind: str, name: str, owner: str, expected: bool) -> StandIn:
    """The stand-in for an object of that kind; its type carries the name of the learner's class."""
    base = ClassStandIn if kind == "class" else CallableStandIn if kind in ("function", "method", "callable") else StandIn
    return _type(owner if owner.isidentifier() else "object", base)(room, number, kind, name, expected)


@lru_cache(maxsize=256)
def _type(owner: str, base: type) -> type:
    return type(owner, (base,), {"__slots__": (), "__module__": "learner"})
