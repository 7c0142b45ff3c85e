"""Tests that would pass whatever the learner wrote, or could not work, when they run in another process than the
learner's code. Each fault names the way out; ``docs/tests.md`` explains them.
"""

import ast
from collections.abc import Iterator

from course.authoring.roles import Role
from course.authoring.text import Cell
from course.rooms.cells import inout_lines, is_probe, needed, parsed

Faults = Iterator[tuple[int, str]]
PROBE = "put it into a probe, a function below @checks.in_room"
# What a test must not call: the words before the bracket, and what is wrong with it. A word that ends in a dot stands
# for all that follows it.
CALLS = {
    "inspect.": "a test holds a stand-in, which has no code; use checks.loops(f), or look at it in a probe below @checks.in_room",
    "dis.": "a test holds a stand-in, which has no code; use checks.loops(f), or look at it in a probe below @checks.in_room",
    "mock.": "a patch acts in the tests' process and not where the learner's code runs; pass a function of your own as an argument",
    "unittest.mock.": "a patch acts in the tests' process and not where the learner's code runs; pass a function of your own as an argument",
    "patch": "a patch acts in the tests' process and not where the learner's code runs; pass a function of your own as an argument",
    "monkeypatch.": "a patch acts in the tests' process and not where the learner's code runs; pass a function of your own as an argument",
    "np.shares_memory": f"memory is never shared between two processes; {PROBE}",
    "np.may_share_memory": f"memory is never shared between two processes; {PROBE}",
    "torch.is_grad_enabled": f"this asks for the tests' process, which the learner's code does not change; {PROBE}",
    "torch.get_default_dtype": f"this asks for the tests' process, which the learner's code does not change; {PROBE}",
    "np.geterr": f"this asks for the tests' process, which the learner's code does not change; {PROBE}",
    "np.random.get_state": f"this asks for the tests' process, which the learner's code does not change; {PROBE}",
    "torch.random.get_rng_state": f"this asks for the tests' process, which the learner's code does not change; {PROBE}",
    "redirect_stdout": f"what the learner's code prints does not come here; {PROBE}",
    "contextlib.redirect_stdout": f"what the learner's code prints does not come here; {PROBE}",
    "redirect_stderr": f"what the learner's code prints does not come here; {PROBE}",
    "contextlib.redirect_stderr": f"what the learner's code prints does not come here; {PROBE}",
    "globals": "the learner's names are not among the tests'; spell each name that you test",
    "locals": "the learner's names are not among the tests'; spell each name that you test",
    "get_ipython": "the learner's shell is in another process; spell each name that you test",
    "time.": "a stopwatch measures the way between the processes too; pass a clock of your own as an argument",
    "timeit.": "a stopwatch measures the way between the processes too; pass a clock of your own as an argument",
    "gc.": f"the learner's objects live in another process; {PROBE}",
    "issubclass": f"a learner's class is a stand-in here; {PROBE}",
}
ATTRIBUTES = {
    "data_ptr": f"memory is never shared between two processes; {PROBE}",
    "is_set_to": f"memory is never shared between two processes; {PROBE}",
}
COPIES = {"copy", "clone", "deepcopy"}
DRAWS = {"default_rng", "manual_seed", "RandomState"}


def lint_tests(cell: Cell, role: Role | None, imported: set[str]) -> Faults:
    """The faults of a check or hidden cell; ``imported`` are the names of the notebook's first code cell."""
    if role is None or role.kind not in ("check", "hidden"):
        return
    tree = parsed(cell.source)
    if tree is None:
        return  # said elsewhere
    learners = set(needed(cell.source)) - imported
    outside = list(_outside(tree))
    found = [
        *_calls(outside, learners),
        *_names(outside, learners),
        *_changes(outside, learners, inout_lines(cell.source)),
        *_probes(tree),
        *_ending(tree),
    ]
    if role.kind == "hidden":
        found += _draws(outside)
    for line, sentence in sorted(set(found)):
        yield cell.first + line - 1, sentence


def _outside(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those of probes."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not is_probe(child):
            yield from _outside(child)


def _words(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, (ast.Name, ast.Attribute)) else ""


def _calls(nodes, learners) -> Faults:
    for node in nodes:
        if isinstance(node, ast.Call):
            words = _words(node.func)
            for key, why in CALLS.items():
                if words == key or (key.endswith(".") and words.startswith(key)):
                    yield node.lineno, f"{words}(...) in a test: {why}."
            if isinstance(node.func, ast.Attribute) and node.func.attr in ATTRIBUTES:
                yield node.lineno, f"{node.func.attr}() in a test: {ATTRIBUTES[node.func.attr]}."
            if words.endswith("catch_warnings") and any(key.arg == "record" for key in node.keywords):
                yield node.lineno, "catch_warnings(record=True) in a test: the learner's warnings do not come here; use checks.quiet, which makes them errors."


def _names(nodes, learners) -> Faults:
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in learners:
            if node.attr.startswith("__") and node.attr not in ("__name__", "__doc__"):
                yield node.lineno, f"{ast.unparse(node)} in a test: a stand-in has none; {PROBE}."
        elif isinstance(node, ast.ClassDef) and any(isinstance(base, ast.Name) and base.id in learners for base in node.bases):
            yield node.lineno, f"class {node.name} is made from a learner's class, which is a stand-in here; {PROBE}."
        elif isinstance(node, (ast.Assign, ast.AugAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id in ("np", "torch", "math", "builtins"):
                    yield node.lineno, f"{ast.unparse(target)} is assigned to: a patch acts in the tests' process only; pass a function of your own as an argument."
        elif isinstance(node, ast.ExceptHandler) and (node.type is None or _words(node.type) == "BaseException"):
            yield node.lineno, "this except also catches what ends a test for good (a room that died, a reply that was refused); name the exceptions, or Exception."
        elif isinstance(node, ast.Compare) and any(isinstance(op, (ast.Is, ast.IsNot)) for op in node.ops):
            sides = [node.left, *node.comparators]
            plain = any(isinstance(side, ast.Constant) or _words(side) in ("float", "int", "bool", "str", "list", "tuple", "dict") for side in sides)
            called = any(isinstance(side, ast.Call) and isinstance(side.func, ast.Name) and side.func.id in learners for side in sides)
            if called and not plain:
                yield node.lineno, f"`{ast.unparse(node)}` in a test: results are copies, and never the same object; {PROBE}."


def _changes(nodes, learners, marked) -> Faults:
    """A copy made before a learner's call, and compared with the original after it."""
    copies: list[tuple[str, str, int]] = []
    compared: list[tuple[set, int]] = []
    for node in nodes:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = zip(target.elts, value.elts) if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) else [(target, value)]
            copies += [(original, name.id, node.lineno) for name, made in pairs if isinstance(name, ast.Name) and (original := _copied(made))]
        if isinstance(node, ast.Assert):
            compared.append(({part.id for part in ast.walk(node) if isinstance(part, ast.Name)}, node.lineno))
    for name, twin, line in copies:
        last = max((at for names, at in compared if {name, twin} <= names), default=0)
        for node in nodes:
            if (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in learners
                and line < node.lineno < last and node.lineno not in marked
                and any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))
            ):  # fmt: skip
                yield node.lineno, f"'{name}' is compared with its copy after {node.func.id}: changes come back only where the line says # inout; add it, or use checks.keeps."


def _copied(value: ast.AST) -> str | None:
    """The name whose copy a value is."""
    if not isinstance(value, ast.Call):
        return None
    if isinstance(value.func, ast.Attribute) and value.func.attr in COPIES:
        inner = value.func.value
        if isinstance(inner, ast.Name) and inner.id not in ("copy", "np", "torch"):
            return inner.id
        if value.args and isinstance(value.args[0], ast.Name):
            return value.args[0].id
    return None


def _probes(tree) -> Faults:
    """A probe sees no variable of its test."""
    found = [node for node in ast.walk(tree) if is_probe(node)]
    names = {node.name for node in found}
    inside = {id(part) for node in found for part in ast.walk(node)}
    made = {part.id for part in ast.walk(tree) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and id(part) not in inside}
    made |= {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name not in names and id(node) not in inside}
    for node in found:
        lost = sorted((set(needed(ast.unparse(node))) - names) & made)
        if lost:
            yield node.lineno, f"the probe {node.name} uses '{lost[0]}', which stays with the test; pass it as an argument."


def _ending(tree) -> Faults:
    """A last line that is a value is partial credit."""
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
        words = _words(last.value.func) if isinstance(last.value, ast.Call) else ""
        if words != "float" and not words.endswith((".passed", ".that", ".gives")) and "." not in words:
            yield last.lineno, "the last line is a value, which would count as the points; write float(...) around it if it is meant so, else assert."


def _draws(nodes) -> Faults:
    for node in nodes:
        if isinstance(node, ast.Call) and _words(node.func).rpartition(".")[2] in DRAWS or isinstance(node, ast.Call) and getattr(node.func, "attr", "") in DRAWS:
            if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, int):
                number = node.args[0].value
                yield node.lineno, f"this draws the same for every learner; write checks.seed({number}) in place of {number}."
