"""What can be read off a test cell before it runs: the names that it needs, where it looks for changed arguments, and the
probes that run beside the learner's code.
"""

import ast
import base64
import builtins
import io
import marshal
import symtable
import threading
import tokenize
from functools import lru_cache

PROBE = "in_room"
FILE = "<ipython-input-1-test>"  # what a compiled test cell says that it comes from
# Python before 3.11.9 counts the depth of a tree once for all threads, and stumbles when two of them make one.
_one_at_a_time = threading.Lock()


def parsed(source: str) -> ast.Module | None:
    """A cell's tree; IPython's own lines are blanked. None when it is not Python."""
    try:
        with _one_at_a_time:
            return ast.parse(_blanked(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _blanked(source: str) -> str:
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in source.split("\n"))


def has_ipythons(source: str) -> bool:
    """Whether a cell is no Python as it stands, because of IPython's own syntax or a mistake."""
    return parsed(source) is None or _blanked(source) != source


@lru_cache(2000)  # a class is graded by the same tests again and again
def read(source: str) -> dict:
    """All that an examiner asks of a test cell's text, in what JSON can hold."""
    return {
        "compiled": compiled(source), "needed": needed(source), "inout": sorted(inout_lines(source)), "probes": probes(source),
    }  # fmt: skip


def compiled(source: str) -> str | None:
    """A cell as IPython runs it, its last expression apart, in marshal's form and base64; None for what IPython must compile.

    To read and compile the same tests for each learner took more than most of them take to run.
    """
    if has_ipythons(source) or "await" in source or "async" in source:
        return None
    body = parsed(source).body
    last = [body.pop()] if body and isinstance(body[-1], ast.Expr) else []
    parts = [(ast.Module(body, []), "exec"), *((ast.Interactive([one]), "single") for one in last)]
    try:
        with _one_at_a_time:
            codes = [compile(part, FILE, mode, dont_inherit=True) for part, mode in parts]
    except (SyntaxError, ValueError, RecursionError):  # Python that cannot be; IPython says so in its way
        return None
    return base64.b64encode(marshal.dumps(codes)).decode()


def needed(source: str) -> list[str]:
    """The names that a test cell reads and does not make itself, at any depth; neither Python's nor IPython's own."""
    if parsed(source) is None:
        return []
    table = symtable.symtable(_blanked(source), "cell", "exec")
    own = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return sorted(name for name in _read(table) - own if not hasattr(builtins, name) and name != "display")


def _read(table) -> set[str]:
    top = table.get_type() == "module"
    found = {s.get_name() for s in table.get_symbols() if s.is_referenced() and (top or s.is_global())}
    return found.union(*map(_read, table.get_children()))


def inout_lines(source: str) -> set[int]:
    """The lines of a cell on which a call brings back what it did to its arguments.

    The comment ``# inout`` marks the statement that begins on its line, with all that belongs to it; on a line of its
    own, the statement that follows.
    """
    marks = set()
    if "inout" not in source:
        return marks
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT and token.string.split("#", 1)[1].strip().split(":")[0] == "inout":
                alone = not token.line[: token.start[1]].strip()
                marks.add((token.start[0], alone))
    except (tokenize.TokenError, SyntaxError):
        return set()
    tree, lines = parsed(source), set()
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)] if tree else []
    for line, alone in marks:
        begun = [node for node in statements if (node.lineno > line if alone else node.lineno <= line <= _head_end(node))]
        if begun:
            node = min(begun, key=lambda one: one.lineno) if alone else max(begun, key=lambda one: one.lineno)
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def _head_end(node) -> int:
    """The last line before a statement's block, or of a statement without one."""
    body = getattr(node, "body", None)
    return (body[0].lineno - 1 if body[0].lineno > node.lineno else node.lineno) if isinstance(body, list) and body else node.end_lineno


def is_probe(node: ast.AST) -> bool:
    """Whether a function stands below ``@checks.in_room`` or ``@in_room``."""
    names = [d.attr if isinstance(d, ast.Attribute) else getattr(d, "id", "") for d in getattr(node, "decorator_list", ())]
    return isinstance(node, ast.FunctionDef) and PROBE in names


def probes(source: str) -> str:
    """The source of all probes of a cell, without their decorator."""
    tree = parsed(source)
    found = [node for node in ast.walk(tree) if is_probe(node)] if tree else []
    for node in found:
        node.decorator_list = []
    return "\n\n".join(ast.unparse(node) for node in sorted(found, key=lambda node: node.lineno))


def imports(sources: list[str]) -> str:
    """The import statements of a master's first code cell, which every test of the notebook may use."""
    tree = parsed(sources[0]) if sources else None
    found = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))] if tree else []
    return "\n".join(ast.unparse(node) for node in found)


def learners_text(sources: list[str]) -> str:
    """The learner's cells as one text for the checks that read code; what is not Python is left out."""
    return "\n\n".join(text for text in map(_python_of, sources) if text is not None)


@lru_cache(2000)  # a class hands in the same text again and again
def _python_of(source: str) -> str | None:
    """A cell with IPython's own lines blanked; None when the rest is not Python."""
    return _blanked(source) if parsed(source) is not None else None
