"""`course release` gives what plain nbgrader gives, the same each time, and never loses a score."""

import json
import os
import shutil
import subprocess
import sys

import nbformat
import pytest
import sqlalchemy
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests

from course.authoring import release as release_module
from course.authoring.order import in_order
from course.authoring.release import ensure_released, release_unit
from course.cli import main
from course.errors import CourseError

from .conftest import GOOD, PROJECT

# nbgrader's own way of adding a submission
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


def tree(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def book(released) -> Gradebook:
    return Gradebook(f"sqlite:///{released.root}/gradebook.db", "neural-networks-1")


def grade(released, manual: float | None = None) -> None:
    """Record full marks of one learner, as autograde would."""
    with book(released) as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission("tiny", "ada")
        for cell in gradebook.find_submission("tiny", "ada").notebooks[0].grades:
            cell.auto_score = cell.cell.max_score
        if manual is not None:
            gradebook.find_grade("tiny-proof", "tiny", "tiny", "ada").manual_score = manual
        gradebook.db.commit()


def scores(released) -> dict:
    with book(released) as gradebook:
        grades = gradebook.find_submission("tiny", "ada").notebooks[0].grades
        return {cell.name: cell.manual_score if cell.manual_score is not None else cell.auto_score for cell in grades}


FULL = {"tiny-double-check": 1.0, "tiny-double-hidden": 2.0, "tiny-proof": 3.0}


def test_what_the_learner_gets(released):
    cells = {cell["id"]: cell for cell in json.loads(released.released.read_text())["cells"]}
    assert (
        "".join(cells["tiny-double"]["source"]) == 'def double(x):\n    """Twice x."""\n    raise NotImplementedError'
    )
    assert "".join(cells["tiny-double-hidden"]["source"]) == "# Hidden tests: negative numbers."
    assert "".join(cells["tiny-proof"]["source"]) == "Why is it even?\n\n*Write your answer here.*"
    assert (released.released.parent / "images" / "dot.svg").is_file()
    nbformat.validate(nbformat.read(released.released, as_version=4))


def test_plain_nbgrader_gives_the_same_files(released):
    ours = tree(released.root / "release")
    shutil.rmtree(released.root / "release")
    (released.root / "gradebook.db").unlink()
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "generate_assignment", "tiny", "--force"],
            cwd=released.root,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert tree(released.root / "release") == ours
    assert ensure_released(["tiny"], released.root) == {}, "plain nbgrader told the gradebook the same"


def test_plain_nbgrader_forgets_a_pairing_too(released):
    notebook = nbformat.read(released.master, as_version=4)
    notebook.metadata["jupytext"] = {"formats": "ipynb,md"}
    nbformat.write(notebook, released.master)
    assert release_unit("tiny", released.root) == []


def test_releasing_again_changes_nothing(released, capsys):
    before = released.released.stat().st_mtime_ns
    assert main(["release"]) == 0
    assert capsys.readouterr().out == "release/tiny/: unchanged\n"
    assert released.released.stat().st_mtime_ns == before


def test_release_builds_first_and_says_so_in_a_line(released, capsys):
    released.replace("Write it.", "Write it now.")
    assert main(["release", "tiny"]) == 0
    assert capsys.readouterr().out.splitlines() == ["source/tiny/: wrote tiny.ipynb", "release/tiny/: wrote tiny.ipynb"]
    assert "Write it now." in released.released.read_text()


def test_what_no_unit_makes_goes(released):
    (released.root / "release" / "gone").mkdir()
    (released.released.parent / "old.ipynb").write_text("{}")
    assert main(["release"]) == 0
    assert sorted(path.name for path in (released.root / "release").rglob("*")) == [
        "dot.svg",
        "images",
        "tiny",
        "tiny.ipynb",
    ]


def test_an_edited_master_is_not_released_over(released, capsys):
    released.master.write_text(released.master.read_text().replace("x + x + 0", "x + x * 1"))
    assert main(["release"]) == 2
    assert "course import source/tiny/tiny.ipynb" in capsys.readouterr().err


def test_a_leak_is_not_written(released, monkeypatch):
    before = tree(released.root / "release")
    released.replace("double(-7) == -14", "double(-9) == -18")
    released.build()
    (released.root / "gradebook.db").unlink()
    monkeypatch.setattr(ClearHiddenTests, "_remove_hidden_test_region", lambda self, cell: False)
    with pytest.raises(
        CourseError, match="release/tiny/tiny.ipynb: not released, since cell 'tiny-double-hidden' holds"
    ):
        release_unit("tiny", released.root)
    assert tree(released.root / "release") == before


def test_nbgraders_own_failure_is_one_sentence(released, monkeypatch):
    (released.root / "gradebook.db").unlink()
    monkeypatch.setattr("nbgrader.preprocessors.SaveCells._create_notebook", lambda self, nb: 1 / 0)
    with pytest.raises(
        CourseError, match=r"source/tiny/: nbgrader could not release it \(ZeroDivisionError: division by zero\)"
    ):
        release_unit("tiny", released.root)
    assert released.released.exists()


def test_the_log_shows_only_when_asked_for(released, capsys):
    released.replace("Write it.", "Write it now.")
    (released.root / "gradebook.db").unlink()
    assert main(["release", "--verbose"]) == 0
    assert "Converting notebook" in capsys.readouterr().err


def test_a_clone_without_a_gradebook_can_be_graded(released, monkeypatch):
    (released.root / "gradebook.db").unlink()
    before = tree(released.root / "release")
    assert ensure_released(["tiny"]) == {"tiny": []}
    assert tree(released.root / "release") == before
    with book(released) as gradebook:
        assert gradebook.find_assignment("tiny").max_score == 6
        assert "double(-7) == -14" in gradebook.find_source_cell("tiny-double-hidden", "tiny", "tiny").source
    monkeypatch.setattr(release_module, "generate", lambda *args: pytest.fail("the gradebook knew these cells"))
    assert ensure_released(["tiny"]) == {}


def test_an_unknown_unit_cannot_be_graded(released):
    with pytest.raises(CourseError, match="there is no unit 'none'"):
        ensure_released(["none"])
    shutil.rmtree(released.root / "source")
    with pytest.raises(CourseError, match="source/tiny/: there are no masters"):
        ensure_released(["tiny"])


def test_releasing_again_keeps_the_scores(released):
    grade(released)
    assert release_unit("tiny", released.root) == [] and scores(released) == FULL
    released.replace("Write it.", "Write it now.")
    assert main(["release"]) == 0
    assert scores(released) == FULL


def test_changed_tests_and_points_keep_the_scores_and_say_so(released, capsys):
    grade(released, manual=1)
    released.replace('hidden="double" points=2', 'hidden="double" points=4')
    released.replace("check(1).gives(2)", "check(2).gives(4)")
    assert main(["release"]) == 0
    said = capsys.readouterr().out
    assert (
        "tiny/tiny: tiny-double-check, tiny-double-hidden changed; the scores of 1 submissions stay as they are" in said
    )
    assert scores(released) == {**FULL, "tiny-proof": 1.0}
    released.replace("check(2).gives(4)", "check(3).gives(6)")
    released.build()
    (note,) = ensure_released(["tiny"])["tiny"]
    assert "tiny-double-check changed" in note


def more(text: str) -> str:
    part = text[text.index('```python solution="double"') : text.index("<details>")]
    return text + "\n" + part.replace('="double"', '="triple"').replace(' tags=["x"]', "")


@pytest.mark.parametrize(
    "text, sentence",
    [
        (more(GOOD), "the cells tiny-triple, tiny-triple-check, tiny-triple-hidden were added"),
        (GOOD[: GOOD.index("<!-- #region manual")], "the cells tiny-proof were added, removed"),
    ],
)
def test_cells_that_come_or_go_are_refused_while_scores_hang_on_the_unit(released, capsys, text, sentence):
    grade(released)
    before = tree(released.root / "release")
    released.write(text)
    assert main(["release"]) == 2
    assert f"course release: tiny/tiny: {sentence}" in capsys.readouterr().err
    assert tree(released.root / "release") == before and scores(released) == FULL
    with pytest.raises(CourseError, match="gradebook.db holds scores that this would orphan"):
        ensure_released(["tiny"])


def test_without_scores_cells_come_and_go(released):
    released.write(more(GOOD))
    assert main(["release"]) == 0
    with book(released) as gradebook:
        assert gradebook.find_assignment("tiny").max_score == 9
    released.write(GOOD[: GOOD.index("<!-- #region manual")])
    assert main(["release"]) == 0
    with book(released) as gradebook:
        assert gradebook.find_assignment("tiny").max_score == 3


def test_another_notebook_is_refused_while_scores_hang_on_the_unit(released, capsys):
    grade(released)
    released.write(GOOD.replace("double", "triple").replace('"proof"', '"why"'), "more.md")
    assert main(["release"]) == 2
    assert "course release: tiny: its notebooks changed (more) and gradebook.db holds scores" in capsys.readouterr().err
    assert scores(released) == FULL


def test_points_below_what_a_person_gave_are_refused(released, capsys):
    grade(released, manual=3)
    released.replace('manual="proof" points=3', 'manual="proof" points=2')
    assert main(["release"]) == 2
    assert "a person gave more points for tiny-proof than it would have now" in capsys.readouterr().err
    assert scores(released) == FULL


def test_a_gradebook_that_is_none(released, capsys):
    (released.root / "gradebook.db").write_text("not a database, but long enough to look like a file of one" * 20)
    assert main(["release"]) == 2
    assert "course release: gradebook.db: nbgrader cannot read this gradebook" in capsys.readouterr().err


def test_the_order_of_the_cells_is_kept_beside_nbgraders_records(released):
    triple, proof = more(GOOD).removeprefix(GOOD), "<!-- #region manual"
    released.write(GOOD.replace(proof, f"{triple}\n{proof}"))
    assert main(["release"]) == 0
    nb = nbformat.read(released.root / "release" / "tiny" / "tiny.ipynb", as_version=4)
    names = [cell.metadata.nbgrader.grade_id for cell in nb.cells if "nbgrader" in cell.metadata]
    with book(released) as gradebook:
        notebook = gradebook.find_notebook("tiny", "tiny")
        assert [cell.name for cell in in_order(notebook)] == names and "tiny-triple" in names[:-1]
        notebook.source_cells.reverse()  # as a database may give them
        assert [cell.name for cell in notebook.source_cells] == names[::-1]
        assert [cell.name for cell in in_order(notebook)] == names


def test_a_gradebook_without_an_order_gives_nbgraders_own(released):
    with book(released) as gradebook:
        gradebook.db.execute(sqlalchemy.text("drop table course_order"))
        notebook = gradebook.find_notebook("tiny", "tiny")
        assert [cell.name for cell in in_order(notebook)] == [cell.name for cell in notebook.source_cells]
