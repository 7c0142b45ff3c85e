"""What builds but would serve a learner badly: each lint is one function over one cell.

Each yields (line, sentence) with the line counted from 1 in the unit's text.
"""

import ast
import re
from collections.abc import Iterator
from difflib import get_close_matches

from markdown_it import MarkdownIt

from course.authoring.roles import OURS, Role
from course.authoring.text import Cell

Faults = Iterator[tuple[int, str]]
MARKDOWN = MarkdownIt("commonmark")
IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)')"""
FENCE = re.compile(r"\s*(```+|~~~+)\s*(.*)")
REGION = re.compile(r"\s*<!--\s*#\s*(\w+)")
OUR_WORD = re.compile(rf"\b({'|'.join(OURS)})\s*=")


def lint_code(cell: Cell, role: Role | None) -> Faults:
    """A graded cell must be Python, and a visible check must say that it passed."""
    if role is None or cell.kind != "code":
        return
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError) as error:
        line = cell.first + (getattr(error, "lineno", None) or 1) - 1
        yield (
            line,
            f"the {role.kind} cell of '{role.exercise}' is not Python ({getattr(error, 'msg', error)}); correct it.",
        )
        return
    if role.kind != "check":
        return
    if not tree.body:
        yield cell.line, f"the check of '{role.exercise}' is empty; write a visible test."
    for node in ast.walk(tree):
        name = _checker(node)
        if name and not re.search(rf"\b{name}\.passed\(\)", cell.source):
            line = cell.first + node.lineno - 1
            yield line, f"the check of '{role.exercise}' never calls {name}.passed(); end the cell with it."


def _checker(node: ast.AST) -> str | None:
    """The name that a statement gives to ``checks.of(...)``; "check" where it gives none."""
    value = node.value if isinstance(node, (ast.Assign, ast.Expr)) else None
    if not isinstance(value, ast.Call) or ast.unparse(value.func) != "checks.of":
        return None
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else "check"


def lint_structure(cell: Cell) -> Faults:
    """Fences and regions in prose that look like ours, or that would cut or swallow cells."""
    if cell.kind != "markdown":
        return
    fence, opened, blanks = "", 0, 0
    for line, words in enumerate(cell.source.split("\n"), cell.first):
        if blanks >= 2 and words.strip() and not cell.fenced:
            yield (
                line,
                (
                    "no new cell starts here, since the paragraph above is indented; "
                    "put that one between <!-- #region --> and <!-- #endregion -->."
                ),
            )
        blanks = 0 if fence or words.strip() else blanks + 1
        if found := FENCE.match(words):
            if not fence:
                fence, opened = found[1], line
                if sentence := _lost_cell(found[2], words, cell.fenced):
                    yield line, sentence
            elif found[1].startswith(fence) and not found[2]:
                fence = ""
            elif re.match(r"```python(?!.*\.noeval)\b", words) and not cell.fenced:
                yield (opened, f"this fence is not closed before the cell on line {line}; end it with a line {fence}.")
        elif not fence and (found := REGION.match(words)):
            if found[1].startswith("end"):
                yield line, f"<!-- #{found[1]} --> closes nothing; put <!-- #region … --> above it."
            else:
                yield (
                    line,
                    f"<!-- #{found[1]} … --> opens no region here; write <!-- #region … --> at the line's start.",
                )
    if fence:
        yield (opened, f"this fence is not closed; end it with a line {fence} (a new cell would start at ```python).")
    for tag in ("details", "summary"):
        opens = len(re.findall(rf"<{tag}\b", cell.source))
        closes = len(re.findall(rf"</{tag}>", cell.source))
        if opens != closes:
            what = "is not closed in its own cell" if opens > closes else "is closed but not opened in this cell"
            yield (
                cell.line,
                (
                    f"<{tag}> {what}; two blank lines or a ```python fence inside it cut it "
                    "(```python .noeval only shows code)."
                ),
            )


def _lost_cell(info: str, line: str, fenced: bool) -> str | None:
    """What is wrong with a fence in prose that was meant to be a cell."""
    if OUR_WORD.search(info):
        return "this fence has a word of ours but makes no cell; begin the line with ```python and a space."
    language = info.split()[0].rstrip(",:") if info else ""
    if fenced or line[0].isspace() or ".noeval" in info.split():
        return None
    if language == "python":
        return "this code cell is swallowed by a fence above it; close that one with a line ```."
    if get_close_matches(language.strip("{}").lower(), ["python"], 1, 0.8):
        return f"```{language} makes no cell; write ```python, or ```text for something that is only shown."
    return None


def links(cell: Cell) -> Iterator[tuple[int, str, bool, str | None]]:
    """Every link and image of a Markdown cell: (line, target, is an image, its alt text)."""
    if cell.kind != "markdown":
        return
    for block in MARKDOWN.parse(cell.source):
        line = cell.first + (block.map[0] if block.map else 0)
        for token in block.children or [block]:
            if token.type == "image":
                yield line, token.attrGet("src") or "", True, token.content.strip()
            elif token.type == "link_open":
                yield line, token.attrGet("href") or "", False, None
            elif token.type in ("html_inline", "html_block"):
                for offset, html in enumerate(token.content.split("\n")):
                    for image in IMG.findall(html):
                        at = line + (offset if token.type == "html_block" else 0)
                        yield (at, _attribute("src", image) or "", True, (_attribute("alt", image) or "").strip())


def lint_images(cell: Cell) -> Faults:
    """Every picture is also said in words."""
    for line, target, image, alt in links(cell):
        if target.startswith("attachment:"):
            yield (
                line,
                f"the text cannot hold the pasted picture {target}; save it as a file beside the text and link to that.",
            )
        elif image and not alt:
            yield line, f"the image {target or '(no file)'} has no alt text; say in words what it shows."


def _attribute(name: str, tag: str) -> str | None:
    found = re.search(ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return (found[1] if found[1] is not None else found[2]) if found else None
