"""The side that is asked: it runs in the learner's kernel and does there what the tests want done.

Nothing of this is trusted by whoever asks. A learner's code may change all of it, and then only its own
tests see the answers.
"""

import builtins
import importlib
import socket
import threading
import traceback
from contextlib import ExitStack

from course.rooms import operations
from course.rooms.limits import Closed, Refused
from course.rooms.talk import Reply, Talk
from course.rooms.wire import torch_of

FRAMES, WORDS = 40, 4000
LIBRARIES = ("builtins", "math", "numpy", "torch")
SNAPSHOTS: dict[str, dict] = {}


def user_names() -> dict:
    """The names of the notebook."""
    from IPython import get_ipython

    return get_ipython().user_ns


def pin(*keys: str) -> None:
    """Remember the notebook's names as they are now, so that a later test meets them so."""
    for key in keys:
        SNAPSHOTS[key] = dict(user_names())


def serve(path: str, key: str | None = None, keep: tuple[str, ...] = ()) -> None:
    """Answer the questions that come over the socket at ``path`` until it closes.

    With ``key`` the names are first set back to what they were when ``pin(key)`` ran. ``keep`` are keys to pin
    at the end.
    """
    names = user_names()
    if key is not None:
        names.clear()
        names.update(SNAPSHOTS[key])
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
        Room(names, connection).talk.serve()
    pin(*keep)


class Room:
    """One conversation's memory: the objects that the other side holds by number, and the graphs of its calls."""

    def __init__(self, names: dict, connection: socket.socket):
        self.names = names
        self.talk = Talk(connection, self.answer, self.report, self.node, self.object)
        self.held: list = []
        self.numbers: dict[int, int] = {}
        self.told: set[int] = set()
        self.graphs: list[tuple] = []
        self.thread = threading.get_ident()

    def answer(self, kind, *rest) -> Reply:
        """What a question gives. ``kind``: name, do, probe or back."""
        try:
            return getattr(self, f"_{kind}")(*rest)
        except (Closed, Refused):
            raise
        except BaseException as error:  # whatever the learner's code does is said, an interrupt too
            return Reply(self.report(error))

    def _name(self, name) -> Reply:
        return Reply(("value", self.names[name], None)) if name in self.names else Reply(("absent",))

    def _do(self, operation, args, kwargs, how) -> Reply:
        torch = torch_of()
        inputs = tuple(one for one in operations.tensors((args, kwargs), torch) if one.requires_grad)
        with ExitStack() as stack:
            operations.enter(stack, how, torch)
            result = operations.TABLE[operation](*args, **kwargs)
        after = operations.states([args, kwargs], torch) if how.get("inout") else None
        number = len(self.graphs)
        self.graphs.append((inputs, []))
        return Reply(("value", result, after, number), inputs, self.graphs[number][1].extend)

    def _probe(self, source, name, imports) -> Reply:
        """Define a function of the test beside the learner's names; theirs come after the imports of the tests."""
        names = dict(self.names)
        exec(compile(imports, "<imports>", "exec"), names)
        exec(compile(source, "<test>", "exec"), names)
        return Reply(("value", names[name], None))

    def _back(self, number, slopes) -> Reply:
        """The slopes of a call's tensors, given those of its results; other leaves collect theirs here."""
        torch = torch_of()
        inputs, outputs = self.graphs[number]
        kept = [one.grad for one in inputs]
        try:
            for one in inputs:
                one.grad = None
            pairs = [(out, slope) for out, slope in zip(outputs, slopes) if slope is not None]
            torch.autograd.backward(*map(list, zip(*pairs)), retain_graph=True)
            return Reply(("value", [one.grad for one in inputs], None))
        finally:
            for one, grad in zip(inputs, kept):
                one.grad = grad

    def report(self, error: BaseException) -> tuple:
        """An exception as plain values: its types' names, its text, where it was raised."""
        if isinstance(error, _Theirs):
            return ("theirs", error.number)
        kinds = [f"{kind.__module__}.{kind.__name__}" for kind in type(error).__mro__ if issubclass(kind, BaseException)]
        plain = all(type(part) in (str, int, float, bool, bytes, type(None)) for part in error.args) and len(str(error)) < WORDS
        frames = [
            (str(frame.filename), int(frame.lineno or 0), str(frame.name), (frame.line or "")[:200])
            for frame in traceback.extract_tb(error.__traceback__)[-FRAMES:]
            if not _ours(frame.filename)
        ]
        return ("error", kinds, tuple(error.args) if plain else None, str(error)[:WORDS], frames)

    def node(self, value):
        """An object that stays here, as a number; told with its kind the first time."""
        if isinstance(value, _CallBack):
            return ["F", value.number, ""]
        number = self.numbers.setdefault(id(value), len(self.held))
        if number == len(self.held):
            self.held.append(value)
        if number in self.told:
            return ["h", number]
        self.told.add(number)
        kind = operations.kind_of(value)
        owner = type(value)
        classes = [] if kind not in ("instance", "callable", "iterator") else [self._number(one) for one in owner.__mro__[:-1]]
        return ["h", number, kind, str(getattr(value, "__name__", ""))[:100], owner.__name__[:100], classes]

    def _number(self, value) -> int:
        number = self.numbers.setdefault(id(value), len(self.held))
        if number == len(self.held):
            self.held.append(value)
        return number

    def object(self, tag, rest):
        """What a node stands for: an object held here, one of the tests' functions, a library's, or a generator."""
        if tag == "h":
            return self.held[rest[0]]
        if tag == "F":
            return _CallBack(self, rest[0], rest[1])
        if tag == "L" and rest[0].split(".")[0] in LIBRARIES:
            found = importlib.import_module(rest[0])
            return getattr(found, rest[1])
        if tag == "G":
            return operations.generator(rest, torch_of())
        raise Refused("a value of an unknown kind")


class _Theirs(Exception):
    """An exception that one of the tests' functions raised; it goes back as what it was."""

    def __init__(self, number: int, kind: str, text: str):
        super().__init__(text)
        self.number = number
        self.kind = kind


class _CallBack:
    """A function of the tests, called here and run there."""

    def __init__(self, room: Room, number: int, name: str):
        self.room, self.number = room, number
        self.__name__ = self.__qualname__ = name or "function"

    def __call__(self, *args, **kwargs):
        if threading.get_ident() != self.room.thread:
            raise RuntimeError("a function that is passed in can only be called from the thread it was passed to")
        (kind, *rest), _ = self.room.talk.ask("call", self.number, args, kwargs)
        if kind == "value":
            return rest[0]
        number, name, text = rest
        raised = getattr(builtins, name, Exception)
        raised = raised if isinstance(raised, type) and issubclass(raised, Exception) else Exception
        raise type(raised.__name__, (_Theirs, raised), {})(number, name, text)


def _ours(filename: str) -> bool:
    return filename.startswith(__file__.rpartition("asked")[0])

