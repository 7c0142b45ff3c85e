"""Checks that run in a real kernel: what they write down, what the table shows, what the message points to."""

import json
import signal

import pytest

from course.progress import record
from course.released import read_units
from tests.progress.conftest import FIRST
from tests.progress.kernel import Kernel

RIGHT = "def double(z):\n    return 2 * z"
WRONG = "def double(z):\n    return 3 * z"
SHAPES = "def double(z):\n    return (np.ones(2) + np.ones(3)) * z"
BROKEN = "def double(z):\n    return np.ones(2) + np.ones(5)"


def check_of(release, id):
    return next(each.check for unit in read_units(release) for each in unit.exercises if each.id == id)


@pytest.fixture
def check(release):
    return check_of(release, "doubles-double")


def recorded(folder):
    return {id: (line.passed is not None, line.result) for id, line in record.read(folder).items()}


def test_a_learners_way(release, folder, check):
    """Fail, pass, fail again, with the table and the start page moving along."""
    with Kernel(folder / "doubles", release, FIRST) as kernel:
        shown = kernel.run("progress.table()")
        assert [kind for kind, _ in shown.displays] == ["display_data"]
        assert "0 of 3 exercises" in shown.displays[0][1]["text/plain"] and "<table>" in shown.displays[0][1]["text/html"]

        kernel.run(WRONG)
        ran = kernel.run(check, "doubles-double-check")
        assert ran.error == "CheckFailed" and recorded(folder) == {"doubles-double": (False, "failed")}

        kernel.run(RIGHT)
        ran = kernel.run(check, "doubles-double-check")
        assert ran.text == "double: all visible checks pass.\n"
        assert recorded(folder) == {"doubles-double": (True, "passed")}
        kind, data = ran.displays[0]
        assert kind == "update_display_data" and "1 of 3 exercises, 1 of 4 points" in data["text/plain"]
        page = (folder / "Start here.md").read_text()
        assert "Done: 1 of 2 exercises, 1 of 3 points" in page
        assert "**Continue here:** [Doubles, exercise double_torch](doubles/doubles.ipynb#cell-id=doubles-double-torch)" in page

        kernel.run(WRONG)
        assert recorded(folder) == {"doubles-double": (True, "passed")}, "an edit alone changes nothing"
        ran = kernel.run(check)  # without an id, as other programs send it
        assert recorded(folder) == {"doubles-double": (True, "failed")}
        assert "failed when last run: double" in ran.displays[0][1]["text/plain"]
        assert "Failed when last run: [double](doubles/doubles.ipynb#cell-id=doubles-double)." in (folder / "Start here.md").read_text()


def test_what_counts_is_the_check_that_the_course_gave(release, folder, check):
    with Kernel(folder / "doubles", release, FIRST) as kernel:
        kernel.run(RIGHT)
        assert kernel.run("check = checks.of(double)\ncheck(0.0).gives(0.0)\ncheck.passed()", "mine").error is None
        assert kernel.run("import os; os.chdir('/')").error is None
        assert recorded(folder) == {}
        kernel.run(check.replace("check.passed()", ""), "doubles-double-check")
        assert recorded(folder) == {"doubles-double": (False, "failed")}, "it never said that it passed"
        kernel.run(check, "doubles-double-check")
        assert recorded(folder) == {"doubles-double": (True, "passed")}, "also after the working folder changed"


@pytest.mark.parametrize("where", ["elsewhere", "graded"])
def test_nothing_is_written_elsewhere_nor_while_grading(release, folder, tmp_path, check, where):
    environment = {"NBGRADER_EXECUTION": "autograde"} if where == "graded" else {}
    place = folder / "doubles" if where == "graded" else release / "doubles"
    before = sorted(path for path in tmp_path.rglob("*"))
    with Kernel(place, release, FIRST, **environment) as kernel:
        for solution in (SHAPES, RIGHT):
            kernel.run(solution)
            ran = kernel.run(check, "doubles-double-check")
            assert "hint  " not in ran.shown or where == "elsewhere", "who grades sees the same message everywhere"
        assert ran.text == "double: all visible checks pass.\n" and not ran.displays
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_a_full_disk_costs_one_sentence_and_no_check(release, folder, check):
    resource = pytest.importorskip("resource", reason="the limit that plays the full disk is Unix's")
    with Kernel(folder / "doubles", release, FIRST) as kernel:
        kernel.run(RIGHT)
        kernel.run(check, "doubles-double-check")
        before = (folder / record.NAME).read_bytes()
        resource.prlimit(kernel.manager.provisioner.pid, resource.RLIMIT_FSIZE, (20, resource.RLIM_INFINITY))
        kernel.run(WRONG)
        assert kernel.run(check, "doubles-double-check").error == "CheckFailed"
        kernel.run(RIGHT)
        again = kernel.run(check, "doubles-double-check")
        assert again.error is None and again.text == "double: all visible checks pass.\n", "it is said once"
        assert (folder / record.NAME).read_bytes() == before
        resource.prlimit(kernel.manager.provisioner.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        kernel.run(WRONG)
        kernel.run(check, "doubles-double-check")
        assert recorded(folder) == {"doubles-double": (True, "failed")}, "there is room again"


def test_what_a_full_disk_says(release, folder, check):
    resource = pytest.importorskip("resource", reason="the limit that plays the full disk is Unix's")
    with Kernel(folder / "doubles", release, FIRST) as kernel:
        kernel.run(RIGHT)
        resource.prlimit(kernel.manager.provisioner.pid, resource.RLIMIT_FSIZE, (20, resource.RLIM_INFINITY))
        ran = kernel.run(check, "doubles-double-check")
        assert ran.error is None
        assert ran.text == (
            "double: all visible checks pass.\n"
            "(Your progress could not be written down: File too large. The check itself is not affected.)\n"
        )


def test_a_killed_kernel_loses_nothing(release, folder, check):
    with Kernel(folder / "doubles", release, FIRST) as kernel:
        kernel.run(RIGHT)
        kernel.run(check, "doubles-double-check")
        saved = (folder / "doubles/doubles.ipynb").read_bytes()
        kernel.manager.signal_kernel(signal.SIGKILL)
    assert recorded(folder) == {"doubles-double": (True, "passed")}
    assert (folder / "doubles/doubles.ipynb").read_bytes() == saved and json.loads(saved)


def test_the_message_names_the_hint_about_this_error(release, folder, check):
    with Kernel(folder / "doubles", release, FIRST) as kernel:
        kernel.run(BROKEN)  # shapes (2,) (5,), where the hint's title says (2,) (3,)
        shown = kernel.run(check, "doubles-double-check").shown
        assert shown.splitlines()[-2:] == [
            "hint          Hint 2, folded below this check: I get `operands could not be broadcast",
            "              together with shapes (2,) (3,)`",
        ]
        kernel.run(WRONG)
        assert "hint  " not in kernel.run(check, "doubles-double-check").shown
        kernel.run(BROKEN)
        assert "hint  " not in kernel.run(check + "\n1", "mine").shown, "a cell of one's own has no hints below it"
        kernel.run("import course.released\ncourse.released.find_release = None")
        ran = kernel.run(check, "doubles-double-check")
        assert ran.error == "CheckFailed" and "could not be broadcast" in ran.shown and "hint  " not in ran.shown


def test_a_name_of_another_cell_is_explained(release, folder, check):
    options = ["--IPKernelApp.extra_extensions=course.checks.missing"]
    with Kernel(folder / "doubles", release, options=options) as kernel:
        shown = kernel.run(check, "doubles-double-check").shown.splitlines()
        assert shown[1] == "checks is not defined: run the first code cell of this notebook, which brings it in, then this one."
        shown = kernel.run("np.zeros(3)").shown.splitlines()
        assert shown[1].startswith("np is not defined: run the first code cell"), "in a cell of one's own, too"
        kernel.run(FIRST)
        shown = kernel.run(check, "doubles-double-check").shown.splitlines()
        assert shown[1] == "double is not defined: run the cell above in which you write it, then this one."
        assert "Traceback" in kernel.run("undefined_here").shown
