"""The feedback pages: readable, and nothing of a hidden test in them, whatever the learner's code prints."""

import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell

from course.grading.config import is_exchange_note
from course.grading.mask import BLANK, mask, secret_lines
from course.grading.regions import hidden, released
from tests.grading.fixture_course import REPOSITORY, hand_in, make_course, run, solved

SPY = """def double(x):
    import inspect, sys
    frame = inspect.currentframe().f_back
    print('frame', inspect.getsource(frame.f_code) if frame.f_code.co_filename != '<string>' else '')
    print('locals', sorted(frame.f_globals)[-3:], 'input', x)
    caught.append(sys._getframe(1))
    return 2 * np.asarray(x)"""
RAISING = """def share(n):
    if n > 1:
        raise type('HiddenTestFailed' if n > 7 else 'Stolen_' + _ih[-1], (Exception,), {})(_ih[-1])
    return list(range(n))"""
LATER = """import traceback
from IPython.display import HTML, Markdown, display
print(_ih)
print(repr(repr(_ih[-3:])))
%history
for frame in caught:
    print(''.join(traceback.format_stack(frame)))
try:
    double('a' * 3) / 0
except Exception:
    get_ipython().showtraceback()
print('\\n'.join(' '.join(line) for line in _ih), file=__import__('sys').stderr)
display(HTML('<pre>' + '</pre><pre>'.join(_ih).replace('(', '<b>(</b>') + '</pre>'), Markdown('\\n'.join(_ih)))
display({'image/svg+xml': '<svg><text>' + _ih[5] + '</text></svg>', 'application/json': {'stolen': list(_ih)}}, raw=True)
_ih"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    # In one room, where such code does get at the hidden tests: what two rooms keep from it is tested in tests/rooms.
    course = make_course(tmp_path_factory.mktemp("feedback") / "course", "mini", extra="\nc.ExecuteNotebook.two_rooms = False\n")
    nb = solved(course, double=SPY, share=RAISING)
    nb.cells.insert(2, new_code_cell("caught = []"))
    nb.cells.append(new_code_cell(LATER))
    nb.cells.append(new_code_cell("raise ValueError(''.join(_ih))"))
    hand_in(course, "spy", nb).with_name("mine.txt").write_text("beside the notebook")
    hand_in(course, "plain", solved(course, mean_double="def mean_double(x):\n    return 1 +"))
    hand_in(course, "broken", "{")
    assert run(course, "grade")[0] == 1
    # Whatever way a file came to lie beside the executed notebook.
    (course.folder("autograded", "spy", "mini") / "stolen.txt").write_text("".join(secrets(course)))
    return course


@pytest.fixture(scope="module")
def pages(course):
    status, out, err = run(course, "feedback", "mini")
    assert (status, err) == (1, "") and "mini 1/3 broken: no page: nothing of it has been graded." in out
    return {learner: page_of(course, learner) for learner in ("spy", "plain")}


def page_of(course, learner):
    return (course.folder("feedback", learner, "mini") / "mini.html").read_text()


def secrets(course):
    lines = [line for record in course.records("mini")["mini"] for line in hidden(record.source)]
    return [line.strip() for line in lines if len(line.strip()) >= 12 and not line.startswith("###")]


def squeezed(text):
    return "".join(text.split()).replace("\\", "")


def test_the_spy_did_get_at_the_hidden_tests(course):
    """Else the next test could not fail."""
    graded = squeezed((course.folder("autograded", "spy", "mini") / "mini.ipynb").read_text())
    for line in secrets(course):
        assert graded.count(squeezed(line).replace('"', "")) >= 5, line


def test_no_line_of_a_hidden_test_is_in_the_page(course, pages):
    soup = BeautifulSoup(pages["spy"], "html.parser")
    for text in (squeezed(pages["spy"]), squeezed(soup.get_text())):
        for line in secrets(course):
            assert squeezed(line) not in text
    assert soup.get_text().count(BLANK) > 10
    # Nor an input that its own printing inside a hidden test would show.
    assert "-1000." not in soup.get_text() and "What your code printed while the hidden tests" in soup.get_text()
    # What is public stays.
    assert "assert double(1) == 2, 'double(1) is not 2'" in soup.get_text()


def test_only_the_page_is_handed_out(course, pages):
    assert [path.name for path in course.folder("feedback", "spy", "mini").iterdir()] == ["mini.html"]


def test_what_a_learner_reads(pages):
    text = " ".join(BeautifulSoup(pages["plain"], "html.parser").get_text().split())
    assert "Feedback for plain: 6 of 12 points" in text
    assert "# Hidden tests: mean-double, more of it." in text
    assert "Your code raised NameError in a hidden test." in text
    assert "SyntaxError" in text  # in the learner's own cell, with its traceback
    assert "visible tests ✗ 0 of 1" in text and "hidden tests ✓ 2 of 2" in text


def test_an_old_page_says_that_it_is_old(course, pages):
    path = hand_in(course, "plain", "{")
    try:
        run(course, "grade", "mini", "--learner", "plain")
        assert run(course, "feedback", "mini", "--learner", "plain")[0] == 0
        text = " ".join(BeautifulSoup(page_of(course, "plain"), "html.parser").get_text().split())
        assert "Your latest submission could not be graded: mini.ipynb is not JSON" in text
    finally:
        path.unlink()


def test_plain_nbgrader_writes_the_same_page(course, pages):
    run(course, "feedback", "mini", "--learner", "spy")
    ours = page_of(course, "spy")
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_feedback", "mini", "--student", "spy", "--force"],
        cwd=course.root, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert page_of(course, "spy") == ours
    assert [path.name for path in course.folder("feedback", "spy", "mini").iterdir()] == ["mini.html"]


def test_unknown_names(course):
    assert "there is no unit 'nono'" in run(course, "feedback", "nono")[2]
    assert "'zoe' has handed in nothing" in run(course, "feedback", "mini", "--learner", "zoe")[2]


def test_masking_spares_what_is_public_trivial_or_short():
    lines = ["import numpy as np", "x = 1", "assert public(3) == 4", "assert secret(3) == 4"]
    found = secret_lines(lines, ["# shown\nassert  public(3)==4"])
    assert mask("assert public(3) == 4; x = 1; import numpy as np", found) == "assert public(3) == 4; x = 1; import numpy as np"
    for form in ("assert secret(3) == 4", "assert\tsecret( 3 )==4", "\x1b[1massert\x1b[0m secret(\x1b[32m3\x1b[0m) == 4", "a\nssert secret(3)==4"):
        assert mask(f"<< {form} >>", found).replace("\x1b[1m", "") == f"<< {BLANK} >>", form


def test_regions():
    source = "# Shown.\n### BEGIN HIDDEN TESTS\nassert a\n### END HIDDEN TESTS"
    assert released(source) == "# Shown." and "assert a" in hidden(source)


def test_the_exchanges_notes_stay_and_nothing_in_their_names(tmp_path):
    """`nbgrader release_feedback` needs both; a submission's code could have written something else there."""
    good, bad = tmp_path / "good", tmp_path / "bad"
    for folder, secret, time in ((good, "0f" * 64, "2030-01-01 00:00:00.123456 UTC\n"), (bad, "secret_input = 3.25", "a\n" + "b" * 90)):
        folder.mkdir()
        (folder / "submission_secret.txt").write_text(secret)
        (folder / "timestamp.txt").write_text(time)
        (folder / "other.txt").write_text("0f" * 64)
    assert [path.name for path in sorted(good.iterdir()) if is_exchange_note(path)] == ["submission_secret.txt", "timestamp.txt"]
    assert not [path for path in bad.iterdir() if is_exchange_note(path)]
    (bad / "timestamp.txt").unlink()
    (bad / "timestamp.txt").symlink_to(good / "timestamp.txt")
    assert not is_exchange_note(bad / "timestamp.txt")
