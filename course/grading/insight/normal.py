"""A solution without what does not matter to it: comments, docstrings, annotations, layout and the names of its locals."""

import ast
import re
from functools import lru_cache

from course.rooms.cells import parsed

_WORDS = re.compile(r"[^\W\d]\w*|\d[\w.]*|\S")


@lru_cache(maxsize=50_000)
def form(code: str) -> str:
    """The normal form of a cell's code: two codes that differ in what does not matter only have the same.

    Code that is no Python keeps its words, with one space between them.
    """
    tree = parsed(code)
    if tree is None:
        return plain(code)
    _strip(tree)
    local = _locals(tree)
    names = {}
    for node in _in_order(tree):
        for at in ("id", "arg", "name"):
            # A keyword's name belongs to the function that is called, whoever's it is.
            if not isinstance(node, (ast.keyword, ast.alias)) and (name := getattr(node, at, None)) in local:
                setattr(node, at, names.setdefault(name, f"v{len(names)}"))
    return ast.unparse(ast.fix_missing_locations(tree))


def plain(code: str) -> str:
    """The words of a code as it stands, without comments: what remains to compare of one that is no Python."""
    return " ".join(_WORDS.findall("\n".join(line.split("#")[0] for line in code.split("\n"))))


def tokens(shape: str) -> list[str]:
    """The words, numbers and signs of a normal form."""
    return _WORDS.findall(shape)


def _strip(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            body = [one for one in node.body if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))]
            node.body = body or [ast.Pass()]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None


def _locals(tree: ast.Module) -> set[str]:
    """Names that functions of the cell bind: parameters, what is assigned, functions within functions."""
    found = set()
    for top in ast.walk(tree):
        if isinstance(top, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            for node in ast.walk(top):
                if isinstance(node, ast.arg):
                    found.add(node.arg)
                elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    found.add(node.id)
                elif node is not top and isinstance(node, ast.FunctionDef):
                    found.add(node.name)
    return found


def _in_order(node):
    """Depth first, as it is written, so that names are numbered in the order of their first appearance."""
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _in_order(child)
