"""The site's text: a page for each released notebook, with the figures of its executed master, and an index.

A released notebook and its master have the same cells by their ids. Of the master only the outputs of cells that no
exercise owns are taken, so no solution can come with them.
"""

import hashlib
import re
import shutil
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from course.authoring.units import Unit, read_unit
from course.site.maths import to_mathml
from course.widgets.static import STATE, StaticWidgets

# Names of files that decide what a notebook shows: a page is executed again when one of them changes.
CODE = ("*.py", "*.js", "*.css", "*.json")
# Traits of widgets that hold what a learner's own functions gave.
OF_LEARNER = ("learner", "asked", "path", "own", "results", "mine")
HEAD = """# Neural Networks 1

From vectors to a trained network. Every idea comes twice, in NumPy and in PyTorch, side by side.

These pages are for reading: theory, figures, and pictures that you can move. The exercises are here without a place to
run them; in the course's notebooks you write the answers, and checks tell you at once what is wrong.

"""


def write(place: Path, names: list[str], root: Path) -> None:
    """Write the sources of the site of these units into a new folder."""
    units = [read_unit(name, root) for name in names]
    place.mkdir(parents=True)
    entries, contents = [], []
    for unit in units:
        folder = place / unit.name
        released = root / "release" / unit.name
        shutil.copytree(released, folder, ignore=shutil.ignore_patterns("*.ipynb", ".ipynb_checkpoints"))
        for path in ordered(released, unit.name):
            master = executed(root / "source" / unit.name / path.name, root)
            page = compose(nbformat.read(path, as_version=4), master)
            for cell in page.cells:
                if cell.cell_type == "markdown":
                    cell.source = linked(cell.source, names)
            nbformat.write(page, folder / path.name)
            contents.append(f"{unit.name}/{path.stem}")
        entries.append(entry(unit))
    toc = "\n".join(["```{toctree}", ":hidden:", *contents, "```"])
    (place / "index.md").write_text(HEAD + "\n\n".join(entries) + "\n\n" + toc + "\n", encoding="utf-8")


def linked(text: str, names: list[str]) -> str:
    """Links to units that this site does not hold become plain words."""
    return re.sub(r"\[([^\]]*)\]\(\.\./(\w+)/\w+\.ipynb\)", lambda found: found[0] if found[2] in names else found[1], text)


def ordered(folder: Path, unit: str) -> list[Path]:
    """The notebooks of a unit: first the one that is named like it."""
    return sorted(folder.glob("*.ipynb"), key=lambda path: (path.stem != unit, path.stem))


def entry(unit: Unit) -> str:
    header = unit.header
    hours, minutes = divmod(header.minutes, 60)
    time = " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))
    gives = header.gives[:1].upper() + header.gives[1:].rstrip(".")
    return f"## {header.unit} · [{header.title}]({unit.name}/{unit.name}.ipynb)\n\n{gives}. About {time}."


def executed(master: Path, root: Path) -> nbformat.NotebookNode:
    """The master with its outputs; executed once, and again after a change of it or of the course's code."""
    digest = hashlib.sha256(master.read_bytes())
    for pattern in CODE:
        for path in sorted((root / "course").rglob(pattern)):
            if "site" not in path.relative_to(root / "course").parts[:1]:
                digest.update(path.read_bytes())
    kept = root / "build" / "site" / f"{master.stem}-{digest.hexdigest()[:16]}.ipynb"
    if not kept.exists():
        notebook = nbformat.read(master, as_version=4)
        client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(master.parent)}})
        client.execute()
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{master.stem}-*.ipynb"):
            old.unlink()
        nbformat.write(notebook, kept)
    return StaticWidgets().preprocess(without_learner(nbformat.read(kept, as_version=4)), {})[0]


def without_learner(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The master's functions are nobody's: widgets must not call their curves the reader's own."""
    for model in notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {}).values():
        model["state"] |= {name: {} for name in OF_LEARNER if name in model["state"]}
    return notebook


def compose(released: nbformat.NotebookNode, master: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The released notebook as a page: figures from the master, checks folded; locked hidden cells and those
    tagged ``remove-cell`` left out."""
    outputs = {cell.id: cell.outputs for cell in master.cells if cell.cell_type == "code"}
    cells = []
    for cell in released.cells:
        if "remove-cell" in cell.metadata.get("tags", ()):
            continue
        graded = cell.metadata.get("nbgrader", {})
        cell.metadata = nbformat.NotebookNode()
        if cell.cell_type == "markdown":
            cell.source = "\n".join(map(summary_maths, cell.source.split("\n")))
        elif graded.get("grade") and not graded.get("solution"):
            if only_comments(cell.source):
                continue
            cell.metadata = nbformat.from_dict({"tags": ["hide-input"], "mystnb": {"code_prompt_show": "The checks", "code_prompt_hide": "Fold the checks"}})
        elif not graded:
            cell.outputs = [output for output in outputs[cell.id] if output.output_type != "error"]
        cells.append(cell)
    page = nbformat.v4.new_notebook(cells=cells)
    page.metadata = nbformat.from_dict({"kernelspec": released.metadata.kernelspec, "language_info": {"name": "python"}})
    return page


def only_comments(source: str) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n"))


def summary_maths(line: str) -> str:
    """A line of HTML passes Markdown untouched, and so would a formula in it."""
    if not line.startswith("<"):
        return line
    return re.sub(r"\$([^$]+)\$", lambda formula: to_mathml(formula[1]), line)
