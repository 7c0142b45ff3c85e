"""A class in which everything goes wrong: learner to what they hand in for the fixture's unit ``mini``."""

import copy
import json
import os

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from tests.grading.fixture_course import find, hand_in, mark, released, solved

NOISY = (
    "import sys, warnings\ndef double(x):\n    print('calling', file=sys.stderr)\n    warnings.warn('hm')\n"
    "    return 2 * np.asarray(x)"
)


def write_class(course) -> None:
    """Hand in what can be graded (scores in ``EXPECTED``) and what cannot (``REFUSED``)."""
    for learner, make in GRADED.items():
        hand_in(course, learner, make(course))
    for learner, make in BROKEN.items():
        make(course, learner)


def skipping(course):
    """Wrong code, and the tests tagged so that they would not run."""
    nb = solved(course, double="def double(x):\n    return 7")
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata["tags"] = ["skip-execution"]
    return nb


def torn(course):
    """Right solutions in a notebook whose structure is ruined in every way there is."""
    nb = solved(course)
    cells = nb.cells
    cells.remove(find(nb, "mini-double-hidden"))
    find(nb, "mini-share-check").metadata.nbgrader.points = 100
    find(nb, "mini-mean-double-hidden").metadata.nbgrader.grade_id = "mine"
    find(nb, "mini-double").cell_type = "raw"
    find(nb, "mini-double-check").source = "pass"
    at = cells.index(find(nb, "mini-mean-double-check"))
    cells.insert(at + 1, copied(cells[at]))
    # The learner copied the solution cell, and the copy below is the one that works.
    solution = find(nb, "mini-share")
    cells.insert(cells.index(solution) + 1, copied(solution))
    solution.source = "def share(n):\n    return 'not yet'"
    cells.append(new_code_cell("print('from elsewhere')", metadata=mark("neurons-step", solution=True)))
    odd = new_code_cell("1")
    odd.metadata = {"nbgrader": "nonsense", "tags": 3}
    cells.append(odd)
    early = find(nb, "mini-share-hidden")
    cells.remove(early)
    cells.insert(0, early)
    return nb


def copied(cell):
    """JupyterLab's copy of a cell: a new id, and nbgrader's metadata with it."""
    twin = copy.deepcopy(cell)
    twin.id = f"copy{abs(hash(cell.id)) % 10**6}"
    return twin


def moved_in(course):
    """The solution cell deleted, and the solution typed into a new cell."""
    nb = solved(course)
    solution = find(nb, "mini-double")
    nb.cells[nb.cells.index(solution)] = new_code_cell(solution.source)
    return nb


def deleted(course):
    nb = solved(course)
    nb.cells.remove(find(nb, "mini-share"))
    nb.cells.remove(find(nb, "mini-proof"))
    return nb


def answered(course):
    """The proof answered in two cells."""
    nb = solved(course)
    proof = find(nb, "mini-proof")
    proof.source = "It follows."
    other = copied(proof)
    other.source = "And so on."
    nb.cells.insert(nb.cells.index(proof), other)
    return nb


def dying(course):
    """One cell leaves Python, one loops for ever, one cannot even be interrupted; the solutions are right."""
    nb = solved(course)
    stubborn = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
    at = nb.cells.index(find(nb, "mini-share"))
    nb.cells[at:at] = [new_code_cell("import os; os._exit(3)"), new_code_cell("while True: pass"), new_code_cell(stubborn)]
    return nb


def looping(course):
    return solved(course, share="def share(n):\n    while True: pass")


def flooding(course):
    return solved(course, share="def share(n):\n    for _ in range(3): print('x' * 1_000_000)\n    return list(range(n))")


def exhausted(course):
    return nbformat.writes(nbformat.convert(solved(course), 3), version=3)


GRADED = {
    "right": solved,
    "blank": lambda course: released(course, "mini", "mini"),
    "noisy": lambda course: solved(course, double=NOISY),
    "partial": lambda course: solved(course, share="def share(n):\n    return list(range(min(n, 7)))"),
    "skipping": skipping,
    "torn": torn,
    "moved-in": moved_in,
    "deleted": deleted,
    "answered": answered,
    "dying": dying,
    "looping": looping,
    "flooding": flooding,
    "old format": exhausted,
}
# Points of double, mean-double, share.
EXPECTED = {
    "right": (3, 3, 3), "blank": (0, 0, 0), "noisy": (3, 3, 3), "partial": (3, 3, 2.5), "skipping": (0, 0, 3),
    "torn": (3, 3, 3), "moved-in": (3, 3, 3), "deleted": (3, 3, 0), "answered": (3, 3, 3), "dying": (3, 3, 3),
    "looping": (3, 3, 0), "flooding": (3, 3, 3), "old format": (3, 3, 3),
}  # fmt: skip


def _notebook(content):
    return lambda course, learner: hand_in(course, learner, content(course) if callable(content) else content)


def _huge(course, learner):
    path = hand_in(course, learner, solved(course))
    os.truncate(path, 21_000_000)


def _linked(course, learner):
    path = hand_in(course, learner, "")
    path.unlink()
    path.symlink_to(course.folder("source", ".", "mini") / "mini.ipynb")


def _other_name(course, learner):
    hand_in(course, learner, solved(course), notebook="mini (1)")


def _empty(course, learner):
    course.folder("submitted", learner, "mini").mkdir(parents=True)


def _pipe(course, learner):
    os.mkfifo(hand_in(course, learner, solved(course)).with_name("pipe"))


def _undated(course, learner):
    hand_in(course, learner, solved(course)).with_name("timestamp.txt").write_text("yesterday")


def _elsewhere(course):
    nb = solved(course)
    for cell in nb.cells:
        cell.id = f"x-{cell.id}"
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.grade_id = cell.metadata.nbgrader.grade_id.replace("mini", "neurons")
    return nb


def _damaged(course):
    nb = json.loads(nbformat.writes(solved(course)))
    del nb["cells"][2]["source"]
    return json.dumps(nb)


BROKEN = {
    "not-json": _notebook('{"cells": ['),
    "latin": _notebook("{'ä'}".encode("latin-1")),
    "nothing": _notebook(""),
    "list": _notebook("[]"),
    "ancient": _notebook('{"nbformat": 2, "worksheets": []}'),
    "future": _notebook('{"nbformat": 9, "cells": []}'),
    "damaged": _notebook(_damaged),
    "surrogate": _notebook(lambda course: nbformat.writes(solved(course)).replace("# Mini", "\\ud800")),
    "stranger": _notebook(_elsewhere),
    "unrelated": _notebook(lambda course: nbformat.writes(nbformat.v4.new_notebook(cells=[new_markdown_cell("x")]))),
    "huge": _huge,
    "linked": _linked,
    "renamed": _other_name,
    "empty": _empty,
    "undated": _undated,
    " odd ": _notebook(solved),
    "st*r": _notebook(solved),
    "pipe": _pipe,
}
REFUSED = {
    "not-json": "mini.ipynb is not JSON",
    "latin": "mini.ipynb is not UTF-8",
    "nothing": "mini.ipynb is an empty file",
    "list": "mini.ipynb is JSON but no notebook",
    "ancient": "notebook format 2",
    "future": "notebook format 9",
    "damaged": "mini.ipynb is damaged",
    "surrogate": "mini.ipynb is damaged",
    "stranger": "it looks like unit 'neurons'",
    "unrelated": "it is another notebook",
    "huge": "21 MB and the limit is 20 MB",
    "linked": "mini.ipynb is a symbolic link",
    "renamed": "there is no mini.ipynb, only mini (1).ipynb",
    "empty": "the folder is empty",
    "undated": "timestamp.txt does not hold a date",
    " odd ": "cannot serve as a learner's name",
    "st*r": "cannot serve as a learner's name",
    "pipe": "pipe is not an ordinary file",
}
