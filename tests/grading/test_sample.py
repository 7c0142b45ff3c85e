"""The sample class: who is in it, that it is deterministic, and that it never writes over a learner's work."""

import nbformat
import pytest

from course.errors import CourseError
from course.grading import ledger, sample, scores
from course.grading.course import Course
from tests.grading.fixture_course import make_course, run
from tests.grading.mini_bank import write_bank


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("sample") / "course", "mini", "pair")
    write_bank(course.root)
    return course


def submissions(course):
    return {path: path.read_bytes() for path in sorted(course.folder("submitted", "*", "mini").parents[1].rglob("*.ipynb"))}


def test_the_class_is_written_graded_and_as_meant(course):
    status, out, err = run(course, "sample", "mini")
    assert (status, err) == (0, "") and "mini: 10 submissions written, 0 were there already." in out
    assert run(course, "grade", "mini")[0] == 0
    unit = scores.read(Course(course.root), "mini")
    got = {line.learner: tuple(line.points[name].total for name in ("double", "mean-double", "share")) for line in unit.lines}
    assert {name for name, points in got.items() if points == (3, 3, 3)} == {"amina", "bruno", "ines", "jonas"}
    assert got["hana"] == (0, 0, 0) and got["goran"] == (3, 3, 0)
    assert got["chen"][0] < 3 and got["chen"][2] == 3
    assert len({got[name] for name in ("chen", "dalia", "emil", "fatou")}) > 1
    notes = {line.learner: " ".join(line.notes) for line in unit.lines}
    assert "Missing, put back: mini-double-check" in notes["jonas"] and notes["ines"] == ""
    assert {line.learner for line in unit.lines if line.state == ledger.PERSON} == {"amina", "bruno"}
    noisy = nbformat.read(course.folder("autograded", "ines", "mini") / "mini.ipynb", as_version=4)
    streams = [out for cell in noisy.cells for out in cell.get("outputs", []) if out.get("name") == "stderr"]
    assert len(streams) > 3


def test_writing_it_again_changes_nothing(course):
    run(course, "sample", "mini")
    before = submissions(course)
    status, out, _ = run(course, "sample", "mini")
    assert status == 0 and "0 submissions written, 10 were there already" in out and submissions(course) == before


def test_a_learners_work_is_left_alone(course):
    run(course, "sample", "mini")
    path = course.folder("submitted", "amina", "mini") / "mini.ipynb"
    nb = nbformat.read(path, as_version=4)
    nb.cells[-1].source += " And mine."
    nbformat.write(nb, path)
    course.folder("submitted", "bruno", "mini").joinpath("mini.ipynb").write_text("{")
    course.folder("submitted", "chen", "mini").joinpath("notes.txt").write_text("mine")
    before = submissions(course)
    status, out, _ = run(course, "sample", "mini")
    assert status == 1 and submissions(course) == before
    for learner in ("amina", "bruno", "chen"):
        assert f"submitted/{learner}/mini holds work that the sample class did not write" in out


def test_an_untouched_sample_of_an_older_release_is_renewed(course):
    path = course.folder("submitted", "hana", "mini") / "mini.ipynb"
    run(course, "sample", "mini")
    nb = nbformat.read(path, as_version=4)
    nb.cells[0].source = "# Mini, the first edition"
    nb.metadata[sample.MARK] = sample._digest(nb)
    nbformat.write(nb, path)
    assert "1 submissions written" in run(course, "sample", "mini")[1]
    assert "first edition" not in path.read_text()


def test_bad_names_are_answered(course):
    assert "there is no unit 'nono'" in run(course, "sample", "nono")[2]
    status, _, err = run(course, "sample", "pair")
    assert status == 2 and "tests/bank/pair holds no solutions" in err
    with pytest.raises(CourseError):
        sample.sample_class(course, "pair")
