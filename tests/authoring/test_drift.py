"""`course build --check` names the file, the cell and what differs, and writes nothing."""

import json

import pytest

from course.cli import main


def snapshot(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def check(released, capsys) -> list[str]:
    capsys.readouterr()
    before = snapshot(released.root)
    status = main(["build", "--check"])
    assert snapshot(released.root) == before
    said = capsys.readouterr()
    assert status == (1 if said.err else 0)
    return said.err.splitlines()


def change(path, edit) -> None:
    notebook = json.loads(path.read_text())
    edit(notebook["cells"])
    path.write_text(json.dumps(notebook, indent=1))


def find(cells, id):
    return next(cell for cell in cells if cell["id"] == id)


def test_no_drift(released, capsys):
    assert check(released, capsys) == []


def source(cells):
    find(cells, "tiny-double")["source"][3] = "    return 2 * x\n"


def points(cells):
    find(cells, "tiny-proof")["metadata"]["nbgrader"]["points"] = 30


def kind(cells):
    cell = find(cells, "tiny-proof")
    cell.update(cell_type="raw")


def added(cells):
    cells.insert(3, {"cell_type": "markdown", "id": "new", "metadata": {}, "source": []})


def removed(cells):
    cells.remove(find(cells, "tiny-double-hidden"))


def last(cells):
    cells.pop()


def swapped(cells):
    cells[5], cells[6] = cells[6], cells[5]


def output(cells):
    cells[-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "8"}]


def nothing(cells):
    pass


EDITS = {
    source: "cell 'tiny-double' differs in its source, line 4",
    points: "cell 'tiny-proof' differs in its metadata ('nbgrader')",
    kind: "cell 'tiny-proof' differs in its type (raw, not markdown)",
    added: "cell 'new' should not be there",
    removed: "cell 'tiny-double-hidden' is missing before cell 'markdown-",
    last: "cell 'code-",
    swapped: "cell 'tiny-double-hidden' stands where 'tiny-double-check' belongs",
    output: "differs in its outputs",
    nothing: "only its layout differs",
}


PLACES = [
    (station, edit) for station in ("source", "release") for edit in EDITS if (station, edit) != ("release", source)
]  # a released solution has no such line


@pytest.mark.parametrize("station, edit", PLACES, ids=lambda part: getattr(part, "__name__", part))
def test_the_first_cell_that_differs_is_named(released, capsys, edit, station):
    path = released.master if station == "source" else released.released
    change(path, edit)
    (said,) = check(released, capsys)
    assert said.startswith(f"{station}/tiny/tiny.ipynb: ") and EDITS[edit] in said


def test_a_changed_text_is_drift_of_master_and_release(released, capsys):
    released.replace("Write it.", "Write it now.")
    master, release = check(released, capsys)
    assert master.startswith("source/tiny/tiny.ipynb: cell 'markdown-") and "differs in its source, line 1" in master
    assert release.startswith("release/tiny/tiny.ipynb: cell 'markdown-") and "course release tiny" in release


def test_a_changed_hidden_test_is_drift_of_the_master_alone(released, capsys):
    released.replace("double(-7) == -14", "double(-8) == -16")
    (said,) = check(released, capsys)
    assert said.startswith("source/tiny/tiny.ipynb: cell 'tiny-double-hidden' differs in its source, line 5")


def test_missing_and_strange_files(released, capsys):
    released.master.unlink()
    (released.released.parent / "more.txt").write_text("x")
    (released.master.parent / "images" / "dot.svg").write_text("x")
    (released.root / "release" / "gone").mkdir()
    assert check(released, capsys) == [
        "source/tiny/tiny.ipynb: is missing; course build makes it.",
        "source/tiny/images/dot.svg: its bytes differ; course build makes it anew.",
        "release/tiny/more.txt: nothing makes this file; course release removes it.",
        "release/gone/: no unit has this name; course release removes it.",
    ]


def test_a_master_that_is_no_notebook(released, capsys):
    released.master.write_text("{")
    (said,) = check(released, capsys)
    assert said.startswith("source/tiny/tiny.ipynb: this is not a notebook (")
