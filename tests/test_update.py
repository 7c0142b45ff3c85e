"""An old copy becomes the new edition, and not a word that was typed is lost."""

import json
from datetime import date

import pytest

from course import delivery, learn
from course.delivery import deliver, held
from course.released import find_release
from course.update import merge

NAME = "doubles/doubles.ipynb"
DAY = date(2026, 9, 14)
DATED = f"doubles/doubles ({DAY.isoformat()}).ipynb"


def cell(id, source, kind="code", **graded):
    made = {"id": id, "cell_type": kind, "source": source, "metadata": {"nbgrader": {"grade_id": id, **graded}} if graded else {}}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def solution(id, source, kind="code"):
    return cell(id, source, kind, solution=True, locked=False, grade=kind == "markdown")


def locked(id, source):
    return cell(id, source, solution=False, locked=True, grade=True)


def notebook(*cells, **metadata):
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


OLD = [
    cell("text-1", "# Doubles", "markdown"),
    cell("first", "import numpy as np"),
    solution("double", "def double(z):\n    raise NotImplementedError"),
    locked("double-check", "check 1"),
    solution("triple", "def triple(z):\n    raise NotImplementedError"),
    locked("triple-check", "check 2"),
    solution("proof", "*Write your answer here.*", "markdown"),
    cell("text-2", "The end.", "markdown"),
]
NEW = [
    cell("text-9", "# Doubles, better told", "markdown"),
    cell("first", "import numpy as np"),
    solution("double", "def double(z):\n    raise NotImplementedError"),
    locked("double-check", "check 1, stricter"),
    cell("text-8", "A new hint.", "markdown"),
    solution("triple", "def triple(z, times=3):\n    raise NotImplementedError"),
    locked("triple-check", "check 2"),
    solution("proof", "*Write your answer here.*", "markdown"),
    solution("quadruple", "def quadruple(z):\n    raise NotImplementedError"),
    locked("quadruple-check", "check 4"),
    cell("text-2", "The end.", "markdown"),
]


def with_(cells, **sources):
    """The cells with other sources, given by id with _ for -; None takes a cell away."""
    wanted = {name.replace("_", "-"): source for name, source in sources.items()}
    return [{**each, "source": wanted.get(each["id"], each["source"])} for each in cells if wanted.get(each["id"], "") is not None]


def merged(mine, old=OLD, new=NEW, **metadata):
    content, look_again = merge(notebook(*mine, **metadata), notebook(*old), notebook(*new))
    return json.loads(content), look_again


def sources(made):
    return {each["id"]: each["source"] for each in made["cells"]}


def test_an_untouched_copy_becomes_the_new_edition():
    made, look_again = merged(OLD)
    assert made["cells"] == NEW and look_again == []


def test_what_was_typed_stays_and_texts_and_checks_are_new():
    mine = with_(OLD, double="def double(z):\n    return 2 * z", proof="Because.")
    made, look_again = merged(mine)
    found = sources(made)
    assert [each["id"] for each in made["cells"]] == [each["id"] for each in NEW]
    assert found["double"] == "def double(z):\n    return 2 * z" and found["proof"] == "Because."
    assert found["double-check"] == "check 1, stricter" and found["text-9"] == "# Doubles, better told" and "text-1" not in found
    assert found["triple"] == "def triple(z, times=3):\n    raise NotImplementedError", "nothing was typed there"
    assert look_again == []


def test_a_task_that_changed_where_something_was_typed_is_named():
    made, look_again = merged(with_(OLD, triple="def triple(z):\n    return 3 * z"))
    assert sources(made)["triple"] == "def triple(z):\n    return 3 * z" and look_again == ["triple"]


def test_own_cells_stay_below_the_cell_they_stood_below():
    mine = with_(OLD, double="return 2 * z")
    mine[0:0] = [cell("top", "my title", "markdown")]
    mine[4:4] = [cell("own-1", "double(3)"), cell("own-2", "double(4)")]  # below the solution
    mine.append(cell("own-3", "the last word"))
    mine.append(cell("empty", "  "))
    made, _ = merged(mine)
    ids = [each["id"] for each in made["cells"]]
    assert ids[0] == "top" and ids[-1] == "own-3" and "empty" not in ids
    at = ids.index("double")
    assert ids[at : at + 4] == ["double", "own-1", "own-2", "double-check"]


def test_an_edited_text_or_cell_stays_beside_what_is_new():
    made, _ = merged(with_(OLD, text_1="# Doubles\n\nMy guess: 4.", first="import numpy as np\nimport math"))
    found = sources(made)
    assert found["text-1"].endswith("My guess: 4.") and found["text-9"] == "# Doubles, better told"
    assert found["first"].endswith("import math")


def test_a_deleted_text_stays_away_and_a_deleted_exercise_comes_back():
    made, _ = merged(with_(OLD, text_2=None, double=None, double_check=None))
    found = sources(made)
    assert "text-2" not in found and "double" in found and found["double-check"] == "check 1, stricter"


def test_an_edited_check_is_the_courses_again():
    made, _ = merged(with_(OLD, double_check="check.passed()"))
    assert sources(made)["double-check"] == "check 1, stricter"


def test_an_exercise_that_is_gone_leaves_the_answer_as_an_ordinary_cell():
    new = [each for each in NEW if not each["id"].startswith("triple")]
    made, _ = merged(with_(OLD, triple="def triple(z):\n    return 3 * z"), new=new)
    kept = next(each for each in made["cells"] if each["id"] == "triple")
    assert kept["source"] == "def triple(z):\n    return 3 * z" and "nbgrader" not in kept["metadata"]
    made, _ = merged(OLD, new=new)
    assert "triple" not in sources(made), "nothing was typed there"


def test_outputs_stay_where_the_cell_is_the_same():
    mine = with_(OLD, double="return 2 * z")
    for each in mine:
        if each["cell_type"] == "code":
            each |= {"outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}], "execution_count": 7}
    made, _ = merged(mine, widgets={"state": {}})
    counts = {each["id"]: each["execution_count"] for each in made["cells"] if each["cell_type"] == "code"}
    assert counts["double"] == counts["first"] == counts["triple-check"] == 7
    assert counts["double-check"] is None, "that check has not run yet"
    assert made["metadata"] == {"widgets": {"state": {}}}


def test_it_is_the_same_a_second_time():
    mine = [*with_(OLD, double="return 2 * z"), cell("own", "mine")]
    once = merge(notebook(*mine), notebook(*OLD), notebook(*NEW))[0]
    assert merge(once, notebook(*OLD), notebook(*NEW))[0] == once
    assert merge(once, notebook(*NEW), notebook(*NEW))[0] == once


@pytest.mark.parametrize(
    "mine",
    [b"", b"{", b"[]", b"null", notebook(*[{k: v for k, v in each.items() if k != "id"} for each in OLD if not each["metadata"]]),
     notebook(*OLD, OLD[2]), notebook(*[cell(f"other-{n}", each["source"]) for n, each in enumerate(OLD)]),
     notebook(*OLD).replace(b'"nbformat": 4', b'"nbformat": 3')],
    ids=["empty", "cut", "list", "null", "without ids", "one twice", "other ids", "old format"],
)  # fmt: skip
def test_what_cannot_be_told_apart_is_not_merged(mine):
    assert merge(mine, notebook(*OLD), notebook(*NEW)) is None


class Course:
    def __init__(self, root):
        self.release, self.folder = root / "release", root / "workspace"
        self.publish(OLD)
        self.deliver()

    def publish(self, cells):
        (self.release / NAME).parent.mkdir(parents=True, exist_ok=True)
        (self.release / NAME).write_bytes(notebook(*cells))

    def save(self, cells):
        (self.folder / NAME).write_bytes(notebook(*cells))

    def deliver(self):
        with held(self.folder):
            return deliver(self.release, self.folder)

    def files(self):
        return sorted(path.name for path in (self.folder / "doubles").iterdir())


class OneDay(date):
    """A calendar of one day: midnight may pass while these tests run."""

    @classmethod
    def today(cls):
        return DAY


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.setattr(delivery, "date", OneDay)
    return Course(tmp_path)


MINE = with_(OLD, triple="def triple(z):\n    return 3 * z")


def test_a_delivery_brings_the_edition_and_keeps_the_old_copy_under_its_date(course):
    course.save(MINE)
    course.publish(NEW)
    news = course.deliver()
    assert news.updated == [(NAME, DATED, ["triple"])] and not (news.beside or news.replaced)
    assert (course.folder / DATED).read_bytes() == notebook(*MINE)
    found = sources(json.loads((course.folder / NAME).read_bytes()))
    assert found["triple"] == "def triple(z):\n    return 3 * z" and found["double-check"] == "check 1, stricter"
    said = learn.tell(news)
    assert NAME in said and DATED in said and "with all that you typed" in said and "compare: triple" in said
    again = course.deliver()
    assert not (again.updated or again.beside or again.replaced or again.new) and len(course.files()) == 2


def test_an_update_is_no_work_of_the_learners(course):
    course.save(MINE)
    before = (course.folder / NAME).stat().st_mtime_ns
    course.publish(NEW)
    course.deliver()
    assert (course.folder / NAME).stat().st_mtime_ns == before


def test_two_updates_on_one_day_keep_two_copies(course):
    course.save(MINE)
    course.publish(NEW)
    course.deliver()
    course.publish([*NEW, cell("text-7", "One more thing.", "markdown")])
    course.deliver()
    assert course.files() == sorted(["doubles.ipynb", DATED.split("/")[1], DATED.split("/")[1].replace(")", " 2)")])
    found = sources(json.loads((course.folder / NAME).read_bytes()))
    assert "text-7" in found and found["triple"].endswith("return 3 * z")


@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_an_update_that_is_cut_short_is_finished_by_the_next(course, monkeypatch, cut):
    """After the first, second, ... file of it was written: the copy, the notebook, what was handed out, the record."""
    course.save(MINE)
    course.publish(NEW)
    writes = []

    def some(path, content, honest=delivery.write):
        honest(path, content)
        writes.append(path)
        if len(writes) == cut:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(delivery, "write", some)
        with pytest.raises(KeyboardInterrupt):
            course.deliver()
    course.deliver()
    assert course.files() == sorted(["doubles.ipynb", DATED.split("/")[1]])
    assert (course.folder / DATED).read_bytes() == notebook(*MINE)
    found = sources(json.loads((course.folder / NAME).read_bytes()))
    assert found["triple"].endswith("return 3 * z") and found["double-check"] == "check 1, stricter"


def test_a_full_disk_leaves_the_old_copy_whole(course, monkeypatch):
    from course.errors import CourseError

    course.save(MINE)
    course.publish(NEW)
    monkeypatch.setattr(delivery.os, "fsync", lambda descriptor: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(CourseError, match="No space left"):
        course.deliver()
    assert (course.folder / NAME).read_bytes() == notebook(*MINE) and course.files() == ["doubles.ipynb"]


def test_without_a_memory_of_the_old_edition_the_new_one_comes_beside(course):
    course.save(MINE)
    course.publish(NEW)
    (course.folder / delivery.LAST / NAME).unlink()
    assert course.deliver().beside == [(NAME, "doubles/doubles (corrected).ipynb")]
    assert (course.folder / NAME).read_bytes() == notebook(*MINE)


@pytest.mark.parametrize("path", sorted(find_release().glob("*/*.ipynb")), ids=lambda path: path.stem)
def test_a_released_notebook_is_updated_whole(path):
    """An older edition of each released notebook, all exercises written: the answers are those, all else the release."""
    release = json.loads(path.read_bytes())
    old, mine = json.loads(path.read_bytes()), json.loads(path.read_bytes())
    for edition in (old, mine):
        for each in edition["cells"]:
            if each["id"].startswith("markdown-"):
                each |= {"id": each["id"] + "-old", "source": "An older text."}
    for each in mine["cells"]:
        if each["metadata"].get("nbgrader", {}).get("solution"):
            each["source"] = "my answer"
    made, look_again = merge(*(json.dumps(each).encode() for each in (mine, old, release)))
    made = json.loads(made)
    for each in release["cells"]:
        if each["metadata"].get("nbgrader", {}).get("solution"):
            each["source"] = "my answer"
    assert made["cells"] == release["cells"] and look_again == []
