"""Whether a function walks through its numbers one at a time, judged by reading its code.

A stopwatch cannot tell a loop from a busy machine. The text can: ``loops`` reads it with ``ast``,
follows the names that the function uses, and lists every line that repeats something in Python.
"""

import ast
import functools
from dataclasses import dataclass

import numpy as np

from course.checks import sources

# Functions that call back into Python, or take one element after the other, whatever stands before the dot.
CALLS = {
    "map": "`map` calls a function once for each element",
    "filter": "`filter` calls a function once for each element",
    "reduce": "`reduce` calls a function once for each element",
    "starmap": "`starmap` calls a function once for each element",
    "accumulate": "`itertools.accumulate` adds one element after the other",
    "vectorize": "`np.vectorize` is a loop in Python, in spite of its name",
    "apply_along_axis": "`np.apply_along_axis` calls a function once for each slice",
    "apply_over_axes": "`np.apply_over_axes` calls a function once for each axis",
    "fromiter": "`np.fromiter` takes one element after the other",
    "frompyfunc": "`np.frompyfunc` calls a Python function once for each element",
    "apply_": "`apply_` calls a Python function once for each element",
    "map_": "`map_` calls a Python function once for each element",
    "fsum": "`math.fsum` takes one element after the other",
    "sumprod": "`math.sumprod` takes one element after the other",
}
# As plain names only: model.eval() and np.add.reduce(...) are something else.
NAMES = {"exec": "`exec` hides code from the reader", "eval": "`eval` hides code from the reader"}
OF_MODULES = ("map", "filter", "reduce", "starmap", "accumulate")
# Python's own reductions walk through an array; NumPy's methods of the same name do not.
BUILTINS = {
    name: f"the built-in `{name}` takes one element after the other; np.{name} and torch.{name} do not"
    for name in ("sum", "max", "min", "any", "all")
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True)
class Loop:
    """One place that repeats something: the line's number and text, and what it is."""

    line: int
    text: str
    what: str
    column: int = 0

    def __str__(self) -> str:
        return f"{self.text}    <- {self.what}" if self.text else self.what


def loops(function) -> list[Loop]:
    """Every place in ``function``, and in what it uses of the notebook, that loops in Python.

    Counted are ``for`` and ``while``, each ``for`` of a comprehension or generator expression, the
    functions of ``CALLS``, Python's own reductions (``sum`` of an array), and recursion. Two
    nested loops are two entries. ``torch.vmap`` is none: it makes one batched computation.
    An empty list means that none was found. Code that cannot be read counts as one entry.
    """
    while isinstance(function, functools.partial):
        function = function.func
    if sources.read is sources.in_this_process:  # elsewhere a function may be a stand-in
        if isinstance(function, np.vectorize):
            return [Loop(0, "", CALLS["vectorize"])]
        if isinstance(function, np.ufunc) and getattr(np, function.__name__, None) is not function:
            return [Loop(0, "", CALLS["frompyfunc"])]
        if sources.is_library(function):
            return []
    try:
        text = sources.source(function)
    except LookupError as error:
        return [Loop(0, "", f"the code cannot be read: {error}")]
    return loops_in(text, sources.name_of(function))


def loops_in(text: str, name: str) -> list[Loop]:
    """The same for the function ``name`` in a text that may define more than it."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return [Loop(getattr(error, "lineno", 0) or 0, "", f"the code cannot be read: {error}")]
    reader = _Reader(text.splitlines(), _definitions(tree))
    if name not in reader.defined:
        return [Loop(0, "", f"the code cannot be read: nothing in it is called {name}")]
    reader.follow(name, ())
    return sorted(dict.fromkeys(reader.found), key=lambda loop: loop.line)


def _definitions(tree: ast.Module) -> dict[str, list[ast.AST]]:
    """Each name of the text's top level with what defines it; the last definition holds."""
    defined: dict[str, list[ast.AST]] = {}
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            defined[node.name] = [node]
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for part in ast.walk(target):
                    if isinstance(part, ast.Name):
                        defined[part.id] = [node.value]
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.asname and alias.name in CALLS:  # from numpy import vectorize as quick
                    defined[alias.asname] = [ast.copy_location(ast.Name(alias.name, ast.Load()), node)]
    return defined


class _Reader:
    def __init__(self, lines: list[str], defined: dict[str, list[ast.AST]]):
        self.lines, self.defined = lines, defined
        self.found: list[Loop] = []
        self._done: set[str] = set()

    def follow(self, name: str, above: tuple[str, ...]) -> None:
        """Read what defines a name, then what that uses; ``above`` are the names on the way here."""
        if name in self._done:
            return
        inside = (*above, name)
        for node in self.defined[name]:
            self._read(node)
            for used in self._used(node):
                if used.id in inside:
                    self._note(used, f"recursion: `{used.id}` calls itself")
                else:
                    self.follow(used.id, inside)
        self._done.add(name)

    def _used(self, node: ast.AST) -> list[ast.Name]:
        """The names of the text's top level that are read inside, and not bound there anew."""
        own = {a.arg for n in ast.walk(node) if isinstance(n, FUNCTIONS) for a in _arguments(n)}
        own |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        own |= {n.name for n in ast.walk(node) if isinstance(n, FUNCTIONS[:2]) and n is not node}
        reads = [n for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
        return [n for n in reads if n.id in self.defined and n.id not in own]

    def _read(self, root: ast.AST) -> None:
        for node in ast.walk(root):
            if isinstance(node, (ast.For, ast.AsyncFor)):
                self._note(node, "a `for` loop")
            elif isinstance(node, ast.While):
                self._note(node, "a `while` loop")
            elif isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
                kind = "a generator expression" if isinstance(node, ast.GeneratorExp) else "a comprehension"
                for number, part in enumerate(node.generators):
                    self._note(part.iter, f"{kind} is a loop" + (f", the `for` number {number + 1} of it" if number else ""))
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in CALLS | NAMES:
                self._note(node, (CALLS | NAMES)[node.id])
            elif isinstance(node, ast.Attribute) and node.attr in CALLS and not _of_ufunc(node):
                self._note(node, CALLS[node.attr])
            elif isinstance(node, ast.Call):
                self._call(node)
            elif isinstance(node, FUNCTIONS[:2]) and node is not root:
                self._inner(node)
            elif isinstance(node, ast.alias) and node.asname and node.name in CALLS:
                self._note(node, CALLS[node.name])

    def _call(self, node: ast.Call) -> None:
        called, arguments = node.func, node.args
        if isinstance(called, ast.Name) and called.id in BUILTINS and called.id not in self.defined:
            # max(a, b) compares two numbers; of a shape there are only a few.
            if len(arguments) == 1 or (called.id == "sum" and arguments):
                if not any(isinstance(n, ast.Attribute) and n.attr == "shape" for n in ast.walk(arguments[0])):
                    self._note(node, BUILTINS[called.id])
        if isinstance(called, ast.Name) and called.id == "getattr" and len(arguments) > 1:
            wanted = arguments[1].value if isinstance(arguments[1], ast.Constant) else None
            if wanted in CALLS:
                self._note(node, CALLS[wanted])

    def _inner(self, node: ast.FunctionDef) -> None:
        """A function or method inside another that calls itself."""
        for part in ast.walk(node):
            itself = isinstance(part, ast.Name) and part.id == node.name
            method = isinstance(part, ast.Attribute) and part.attr == node.name and isinstance(part.value, ast.Name) and part.value.id == "self"
            if itself or method:
                self._note(part, f"recursion: `{node.name}` calls itself")

    def _note(self, node: ast.AST, what: str) -> None:
        self.found.append(Loop(node.lineno, self.lines[node.lineno - 1].strip(), what, node.col_offset))


def _of_ufunc(node: ast.Attribute) -> bool:
    """np.add.reduce and add.accumulate work on whole arrays; functools.reduce does not."""
    if node.attr not in OF_MODULES:
        return False
    return isinstance(node.value, ast.Attribute) or (isinstance(node.value, ast.Name) and hasattr(np, node.value.id))


def _arguments(node) -> list[ast.arg]:
    a = node.args
    return [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, [a.vararg, a.kwarg])]
