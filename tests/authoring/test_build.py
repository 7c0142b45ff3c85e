"""`course build` makes the same bytes each time, what nbgrader needs, and never loses an edit."""

import json
import shutil
import subprocess
import sys

import nbformat
from nbgrader.nbgraderformat import MetadataValidator

from course.authoring.build import built_files
from course.authoring.units import exercises, read_unit, units
from course.cli import main

from .conftest import DOT, GOOD, PROJECT


def cell(tiny, id):
    return next(cell for cell in json.loads(tiny.master.read_text())["cells"] if cell["id"] == id)


def edit(tiny, old: str, new: str) -> None:
    text = tiny.master.read_text()
    assert old in text
    tiny.master.write_text(text.replace(old, new, 1))


def test_the_same_text_gives_the_same_bytes_in_another_process(tiny):
    tiny.build()
    here = tiny.master.read_bytes()
    shutil.rmtree(tiny.root / "source")
    subprocess.run(
        [sys.executable, "-m", "course", "build"],
        cwd=tiny.root,
        check=True,
        capture_output=True,
        env={"PYTHONPATH": str(PROJECT), "PYTHONHASHSEED": "7"},
    )
    assert tiny.master.read_bytes() == here
    assert built_files(read_unit("tiny", tiny.root)) == built_files(read_unit("tiny", tiny.root))


def test_the_master_is_a_valid_notebook_for_jupyter_and_nbgrader(tiny):
    tiny.build()
    notebook = nbformat.read(tiny.master, as_version=4)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    assert notebook.nbformat_minor == 5
    assert notebook.metadata.kernelspec.name == "python3"
    assert "version" not in notebook.metadata.language_info and "jupytext" not in notebook.metadata
    assert notebook.metadata.course == {"title": "Tiny", "unit": 1, "minutes": 10, "needs": [], "gives": "one function"}


def test_graded_cells_get_their_ids_roles_and_points(tiny):
    tiny.build()
    common = {"schema_version": 3, "task": False}
    wanted = {
        "tiny-double": {"grade": False, "solution": True, "locked": False},
        "tiny-double-check": {"grade": True, "solution": False, "locked": True, "points": 1},
        "tiny-double-hidden": {"grade": True, "solution": False, "locked": True, "points": 2},
        "tiny-proof": {"grade": True, "solution": True, "locked": False, "points": 3},
    }
    for id, role in wanted.items():
        assert cell(tiny, id)["metadata"]["nbgrader"] == {**common, **role, "grade_id": id}
    assert cell(tiny, "tiny-double")["metadata"]["tags"] == ["x"]
    assert cell(tiny, "tiny-proof")["cell_type"] == "markdown"


def test_other_ids_come_from_the_content_and_repeats_are_counted(tiny):
    tiny.build()
    ids = [cell["id"] for cell in json.loads(tiny.master.read_text())["cells"]]
    assert len(set(ids)) == len(ids)
    assert ids[-1] == f"{ids[-2]}-2"
    tiny.replace("Write it.", "Write it now.")
    tiny.build()
    after = [cell["id"] for cell in json.loads(tiny.master.read_text())["cells"]]
    assert [old == new for old, new in zip(ids, after)].count(False) == 1


def test_pictures_travel_and_only_what_changed_is_written(tiny):
    assert sorted(tiny.build()) == ["wrote images/dot.svg", "wrote tiny.ipynb"]
    picture = tiny.master.parent / "images" / "dot.svg"
    assert picture.read_text() == DOT
    before = (tiny.master.stat().st_mtime_ns, picture.stat().st_mtime_ns)
    assert tiny.build() == []
    assert (tiny.master.stat().st_mtime_ns, picture.stat().st_mtime_ns) == before
    tiny.replace("![A dot in the middle](images/dot.svg)", "")
    assert tiny.build() == ["removed images/dot.svg", "wrote tiny.ipynb"]
    assert not picture.parent.exists(), "a file that nothing links to stays behind"


def test_the_exercises_of_a_unit(tiny):
    tiny.write(GOOD.replace("unit: 1", "unit: 2"))
    (tiny.folder.parent / "after").mkdir()
    (tiny.folder.parent / "after" / "after.md").write_text(
        GOOD.replace("unit: 1", "unit: 1").replace("![A dot in the middle](images/dot.svg)", "")
    )
    assert units() == ["after", "tiny"]
    double, proof = exercises("tiny")
    assert (double.id, double.name, double.notebook, double.check, double.hidden, double.points, double.manual) == (
        "tiny-double",
        "double",
        "tiny",
        1,
        2,
        3,
        False,
    )
    assert (proof.id, proof.check, proof.hidden, proof.points, proof.manual) == ("tiny-proof", None, None, 3, True)
    assert read_unit("tiny").header.unit == 2


def test_an_edited_master_is_not_overwritten_unasked(tiny, capsys):
    tiny.build()
    edit(tiny, "return x + x + 0", "return 2 * x + 0")
    tiny.replace("Write it.", "Write it now.")
    before = tiny.master.read_bytes()
    assert main(["build"]) == 2
    said = capsys.readouterr().err
    assert "source/tiny/tiny.ipynb: this master was edited since it was built" in said
    assert "course import source/tiny/tiny.ipynb" in said
    assert tiny.master.read_bytes() == before
    assert main(["build", "--force"]) == 0
    assert "Write it now." in tiny.master.read_text()


def test_a_master_that_was_only_run_is_built_anew(tiny):
    tiny.build()
    built = tiny.master.read_bytes()
    notebook = nbformat.read(tiny.master, as_version=4)
    notebook.metadata.language_info.version = "3.12.1"
    notebook.cells[-1].execution_count = 3
    notebook.cells[-1].outputs = [nbformat.v4.new_output("stream", text="8")]
    notebook.cells[-1].metadata["execution"] = {"iopub.status.idle": "now"}
    nbformat.write(notebook, tiny.master)
    assert tiny.build() == ["wrote tiny.ipynb"]
    assert tiny.master.read_bytes() == built


def test_a_master_with_conflict_marks_is_built_anew(tiny):
    tiny.build()
    tiny.master.write_text("<<<<<<< HEAD\n" + tiny.master.read_text())
    assert tiny.build() == ["wrote tiny.ipynb"]


def test_masters_of_texts_that_are_gone_go_too(tiny, capsys):
    tiny.write(GOOD.replace("double", "triple").replace('manual="proof"', 'manual="why"'), "more.md")
    tiny.build()
    (tiny.folder / "more.md").unlink()
    assert tiny.build() == ["removed more.ipynb"]
    shutil.copytree(tiny.root / "source" / "tiny", tiny.root / "source" / "gone")
    assert main(["build"]) == 0
    assert not (tiny.root / "source" / "gone").exists()
    assert "source/gone/: removed" in capsys.readouterr().out


def test_a_notebook_that_no_text_makes_is_kept_until_told(tiny, capsys):
    tiny.build()
    own = tiny.master.with_name("own.ipynb")
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("mine")]), own)
    assert main(["build"]) == 2
    assert "source/tiny/own.ipynb: no text makes this notebook" in capsys.readouterr().err
    assert own.exists()
    assert main(["build", "--force"]) == 0
    assert not own.exists()
