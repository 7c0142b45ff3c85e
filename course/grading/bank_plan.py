"""Which variants of the bank can share a notebook, so that each is judged on its own and few kernels are needed.

A verdict on a wrong variant says something only if nothing else in the notebook could cause it. What an
exercise's verdict leans on is read from the names: those in the variant, in the exercise's tests, and in
turn in the master's solutions and ordinary cells that define them. Two wrong variants share a notebook only
if neither defines a name that the other's verdict leans on.
"""

import ast
import copy
import re
import symtable
from dataclasses import dataclass, field

from nbgrader.utils import is_grade, is_solution

from course.grading.bank import Variant, solutions
from course.grading.course import exercise_of
from course.grading.intake import grade_id

BY_TEXT = {"globals", "locals", "vars", "eval", "exec", "getattr", "get_ipython"}
# Whoever calls one of these may change how other cells behave.
GLOBAL_STATE = {
    "seterr", "seed", "manual_seed", "set_default_dtype", "set_default_device", "set_grad_enabled",
    "filterwarnings", "simplefilter", "setattr", "exec", "eval", "globals", "set_printoptions",
}


@dataclass
class Sheet:
    """One filled notebook (or set of notebooks) of the bank: what to put in, and whom to judge by it."""

    codes: dict[str, str]
    judged: list[Variant] = field(default_factory=list)


def used(code: str) -> set[str]:
    """The names that a piece of code needs from elsewhere; all its words if it does not parse.

    Where code looks names up by text, its strings count as names.
    """
    try:
        tree, table = ast.parse(code), symtable.symtable(code, "cell", "exec")
    except SyntaxError:
        return set(re.findall(r"\w+", code))
    own = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    names = _global_names(table) - own
    if names & BY_TEXT:
        names |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    # x = f(x): the x on the right comes from elsewhere although the cell defines one.
    bound: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AugAssign)):
            needed = {name.id for name in ast.walk(node.value) if isinstance(name, ast.Name)}
            names |= (needed | (_stored(node) if isinstance(node, ast.AugAssign) else set())) & own - bound
        bound |= _stored(node)
    return names


def _global_names(table) -> set[str]:
    found = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global())
    }
    return found.union(*map(_global_names, table.get_children()))


def _stored(node) -> set[str]:
    names = {name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}
    return names | ({node.name} if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else set())


def defined(code: str) -> set[str]:
    """The names that a cell leaves behind at its top level."""
    try:
        tree, table = ast.parse(code), symtable.symtable(code, "cell", "exec")
    except SyntaxError:
        return set()
    names = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return names | {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}


def must_be_alone(code: str) -> bool:
    """Whether a variant may disturb other cells in ways that its names do not show."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return True
    harmless = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
    body = [node for node in tree.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
    targets = [target for node in ast.walk(tree) if isinstance(node, ast.Assign) for target in node.targets]
    patches = any(isinstance(target, ast.Attribute) and _root(target) not in ("self", "cls") for target in targets)
    return patches or not all(isinstance(node, harmless) for node in body) or bool(_mentioned(code) & GLOBAL_STATE)


def _mentioned(code: str) -> set[str]:
    try:
        return used(code) | {node.attr for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)}
    except SyntaxError:
        return used(code)


def _root(node) -> str | None:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


class Planner:
    """Makes the sheets of one unit from its masters (name to solved notebook) and its bank."""

    def __init__(self, unit: str, masters: dict, bank: dict[str, list[Variant]]):
        self.unit, self.bank = unit, bank
        self.master: dict[str, str] = {}
        self.tests: dict[str, set[str]] = {}
        self.providers: list[tuple[set[str], set[str]]] = []
        for nb in masters.values():
            self.master |= solutions(unit, nb)
            for cell in nb.cells:
                if cell.cell_type != "code":
                    continue
                if is_grade(cell) and not is_solution(cell):
                    exercise, _ = exercise_of(unit, grade_id(cell))
                    self.tests.setdefault(exercise, set()).update(used(cell.source))
                else:
                    self.providers.append((defined(cell.source), used(cell.source)))

    def leans_on(self, variant: Variant) -> set[str]:
        """Every name that the verdict on a variant depends on."""
        names = used(variant.code) | self.tests.get(variant.exercise, set())
        own = defined(self.master.get(variant.exercise, ""))
        while True:
            more = set().union(*(uses for gives, uses in self.providers if gives & (names - own)))
            if more <= names:
                return names
            names |= more

    def trimmed(self, nb):
        """A copy of a notebook without the ordinary code cells that no verdict leans on: figures and demonstrations.

        Most of a notebook's time goes there, and a learner may delete them too.
        """
        needed = set().union(*(self.leans_on(variant) for found in self.bank.values() for variant in found))
        short = copy.deepcopy(nb)
        short.cells = [cell for cell in short.cells if not self._idle(cell, needed)]
        return short

    def _idle(self, cell, needed: set[str]) -> bool:
        if cell.cell_type != "code" or grade_id(cell):
            return False
        # A seed is no reason to stay: no verdict may hang on one.
        return not (defined(cell.source) & needed or _mentioned(cell.source) & GLOBAL_STATE - {"seed", "manual_seed"})

    def sheets(self) -> list[Sheet]:
        """The master's own sheet is not among them; each variant is judged in exactly one."""
        return self._right() + self._wrong()

    def _right(self) -> list[Sheet]:
        """Variant k of every exercise into sheet k, the master's solution where there is none."""
        columns = [[variant for variant in found if variant.right] for found in self.bank.values()]
        sheets = []
        for k in range(max(map(len, columns), default=0)):
            chosen = [column[k] for column in columns if k < len(column)]
            sheets.append(Sheet(self.master | {variant.exercise: variant.code for variant in chosen}, chosen))
        return sheets

    def _wrong(self) -> list[Sheet]:
        """Each wrong variant into the first sheet in which it and the others leave each other alone."""
        places: list[list[tuple[Variant, set[str], set[str], bool]]] = []
        for found in self.bank.values():
            for variant in (one for one in found if not one.right):
                gives = defined(variant.code) | defined(self.master.get(variant.exercise, ""))
                entry = (variant, gives, self.leans_on(variant), must_be_alone(variant.code))
                home = next((place for place in places if all(_apart(entry, other) for other in place)), None)
                if home is None:
                    places.append([entry])
                else:
                    home.append(entry)
        return [
            Sheet(self.master | {entry[0].exercise: entry[0].code for entry in place}, [entry[0] for entry in place])
            for place in places
        ]


def _apart(left, right) -> bool:
    if left[3] or right[3] or left[0].exercise == right[0].exercise:
        return False
    return not (left[1] & right[2]) and not (right[1] & left[2])
