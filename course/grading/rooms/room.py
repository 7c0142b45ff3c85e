"""The learner's room as the tests see it: names to stand-ins, questions to values, call-backs in the other direction."""

import functools
import sys
import types

import numpy as np
import torch

from course.checks.values import changes_wanted
from course.grading.rooms import crossing, failures, standins
from course.grading.rooms.changes import write_back
from course.rooms import operations
from course.rooms.limits import Refused, Unsendable
from course.rooms.talk import Reply, Talk

LIBRARIES = ("builtins", "math", "numpy", "torch", "torch.nn.functional", "numpy.linalg", "torch.linalg")
CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, functools.partial)
RESULTS = ("value", "error", "theirs", "absent")


class LearnersRoom:
    """One conversation with a learner's room, for one test cell.

    ``wants_changes()`` says whether the place in the cell that asks just now looks for changed arguments.
    """

    def __init__(self, connection, until: float, wants_changes=lambda: False):
        self.talk = Talk(connection, self._answer, self._report, self._node, self._object, until)
        self.wants_changes = wants_changes
        self.standins: dict[int, standins.StandIn] = {}
        self.functions: list = []
        self.function_numbers: dict[int, int] = {}
        self.raised: list[BaseException] = []
        self.classes: set[int] = set()

    def name(self, name: str):
        """What the learner's notebook calls that. Raises KeyError when it calls nothing so."""
        found, _ = self._ask("name", name)
        if found[0] == "absent":
            raise KeyError(name)
        value = self._value(found)[0]
        if isinstance(value, standins.StandIn):
            value._expected = True
            if value._kind == "class":
                self.classes.add(value._number)
            # In messages a function is called as the cell calls it, whatever it says of itself.
            value._name = name
        return value

    def probe(self, source: str, name: str, imports: str):
        """A function of the test, made beside the learner's own."""
        found, _ = self._ask("probe", source, name, imports)
        value = self._value(found)[0]
        if not isinstance(value, standins.CallableStandIn):
            raise Refused("a probe that is no function")
        value._expected, value._name = True, name
        return value

    def do(self, operation: str, *args, **kwargs):
        """An operation of ``operations.TABLE`` in the room; its value, its exception, its changes to the arguments."""
        __tracebackhide__ = True
        how = operations.conditions(torch)
        changes = operation in ("call", "exit") and (changes_wanted() or self.wants_changes())
        if changes:
            how["inout"] = True
        inputs = [one for one in operations.tensors((args, kwargs), torch) if one.requires_grad]
        found, tensors = self._ask("do", operation, args, kwargs, how)
        value, after, number = self._value(found)
        if changes:
            write_back((list(args), kwargs), after)
        if tensors:
            if type(number) is not int:
                raise Refused("a graph without a number")
            value = crossing.replaced(value, crossing.connect(functools.partial(self._back, number), tensors, inputs))
        return value

    def _back(self, number, slopes):
        found, _ = self._ask("back", number, slopes)
        return self._value(found)[0]

    def _ask(self, *question):
        found, tensors = self.talk.ask(*question)
        if not found or found[0] not in RESULTS:
            raise self.talk.broken(Refused("a reply of an unknown kind"))
        return found, tensors

    def _value(self, found):
        __tracebackhide__ = True
        kind, *rest = found
        if kind == "value" and 2 <= len(rest) <= 3:
            return [*rest, None][:3]
        if kind == "error" and len(rest) == 4:
            try:
                error = failures.exception_of(*rest)
            except Refused as refused:
                raise self.talk.broken(refused) from None
            if not isinstance(error, Exception):
                raise self.talk.broken(error)
            raise error
        if kind == "theirs" and len(rest) == 1 and type(rest[0]) is int and 0 <= rest[0] < len(self.raised):
            raise self.raised[rest[0]]
        raise self.talk.broken(Refused("a reply that does not fit together"))

    def _answer(self, kind, *rest) -> Reply:
        """The one thing that the learner's room may ask: to call a function that it was given."""
        if kind != "call" or len(rest) != 3 or type(rest[0]) is not int or not 0 <= rest[0] < len(self.functions):
            raise self.talk.broken(Refused("a question that the learner's room may not ask"))
        number, args, kwargs = rest
        if type(args) is not tuple or type(kwargs) is not dict or any(type(key) is not str for key in kwargs):
            raise self.talk.broken(Refused("a call that is none"))
        try:
            return Reply(("value", self.functions[number](*args, **kwargs)))
        except Exception as error:
            return Reply(self._report(error))

    def _report(self, error: Exception) -> tuple:
        """An exception of a test's function, on its way through the learner's code: its kind, and no more of it."""
        self.raised.append(error)
        kind = next((kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"), "Exception")
        return ("error", len(self.raised) - 1, kind, "" if isinstance(error, AssertionError) else str(error)[:500])

    def _node(self, value):
        if isinstance(value, standins.StandIn):
            if value._room is not self:
                raise Unsendable("an object of a room that has closed")
            return ["h", value._number]
        if (name := library_name(value)) is not None:
            return ["L", *name]
        if isinstance(value, CALLABLE):
            number = self.function_numbers.setdefault(id(value), len(self.functions))
            if number == len(self.functions):
                self.functions.append(value)
            return ["F", number, str(getattr(value, "__name__", "function"))]
        if isinstance(value, np.random.Generator) and type(value.bit_generator) is np.random.PCG64:
            state = value.bit_generator.state
            value.bit_generator.advance(2**64)  # the draws made there are used up here
            return ["G", "numpy", state]
        if isinstance(value, torch.Generator):
            state = bytes(value.get_state().tolist()).hex()
            torch.rand(1000, generator=value)
            return ["G", "torch", state]
        raise Unsendable(
            f"{type(value).__name__} cannot leave this room: give the learner's code plain data, or make it in a probe (@checks.in_room)"
        )

    def _object(self, tag, rest):
        if tag == "F" and len(rest) == 2 and type(rest[0]) is int and 0 <= rest[0] < len(self.functions):
            return self.functions[rest[0]]
        if tag != "h" or not rest or type(rest[0]) is not int:
            raise Refused("a value of an unknown kind")
        number, *facts = rest
        if number in self.standins and not facts:
            return self.standins[number]
        kinds = ("module", "class", "function", "method", "callable", "iterator", "instance")
        if len(facts) != 4 or number in self.standins or facts[0] not in kinds or any(type(word) is not str for word in facts[1:3]):
            raise Refused("an object that is none")
        kind, name, owner, classes = facts
        if type(classes) is not list or len(classes) > 100 or any(type(one) is not int for one in classes):
            raise Refused("an object that is none")
        expected = kind in ("function", "class") or bool(self.classes & set(classes))
        self.standins[number] = made = standins.make(self, number, kind, name[:100], owner[:100], expected)
        return made


def library_name(value) -> tuple[str, str] | None:
    """The library and name under which both rooms find the same function, such as ``("numpy", "tanh")``."""
    name = getattr(value, "__name__", None)
    if isinstance(name, str) and callable(value):
        for place in LIBRARIES:
            if getattr(sys.modules.get(place), name, None) is value:
                return place, name
    return None
