"""course.delivery: one test for each rule of bringing notebooks to a learner."""

import json
import os
import subprocess
import sys

import pytest

from course import delivery
from course.delivery import deliver, held
from course.errors import CourseError

NAME = "activations/activations.ipynb"


def notebook(*sources, outputs=()):
    cells = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": list(outputs), "execution_count": None}
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


class Course:
    """A release and a workspace; every method is one thing that an author or a learner does."""

    def __init__(self, root):
        self.release, self.folder = root / "release", root / "workspace"
        self.publish(notebook("stub", "check"))

    def publish(self, text, name=NAME):
        (self.release / name).parent.mkdir(parents=True, exist_ok=True)
        (self.release / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def deliver(self):
        with held(self.folder):
            return deliver(self.release, self.folder)

    def write(self, text, name=NAME):
        (self.folder / name).write_text(text)

    def read(self, name=NAME):
        return (self.folder / name).read_text()

    def files(self):
        return sorted(path.name for path in (self.folder / "activations").iterdir())


@pytest.fixture
def course(tmp_path):
    made = Course(tmp_path)
    made.deliver()
    return made


def quiet(news):
    return not (news.new or news.replaced or news.beside)


def test_a_missing_file_is_copied(tmp_path):
    course = Course(tmp_path)
    news = course.deliver()
    assert course.read() == notebook("stub", "check")
    assert news.first and news.new == [NAME]


def test_a_second_delivery_changes_and_says_nothing(course):
    before = (course.folder / NAME).stat().st_mtime_ns
    news = course.deliver()
    assert quiet(news) and not news.first
    assert (course.folder / NAME).stat().st_mtime_ns == before


def test_a_deleted_copy_comes_back(course):
    (course.folder / NAME).unlink()
    assert course.deliver().new == [NAME]
    assert course.read() == notebook("stub", "check")


def test_what_the_learner_typed_stays_when_nothing_was_corrected(course):
    course.write(notebook("mine", "check"))
    assert quiet(course.deliver())
    assert course.read() == notebook("mine", "check")


def test_a_correction_replaces_an_untouched_copy(course):
    course.publish(notebook("stub", "better check"))
    assert course.deliver().replaced == [NAME]
    assert course.read() == notebook("stub", "better check")
    assert course.files() == ["activations.ipynb"]


def ran():
    """The first notebook after it was run and saved: outputs, counts, metadata, sources as lists, an empty cell."""
    made = json.loads(notebook("stub", "check", "", outputs=[{"output_type": "stream", "name": "stdout", "text": "1"}]))
    made["cells"][0] |= {"source": ["st", "ub"], "execution_count": 7, "metadata": {"execution": {"a": 1}}}
    made["metadata"]["widgets"] = {}
    return json.dumps(made)


def test_running_is_not_typing(course):
    course.write(ran())
    course.publish(notebook("stub", "better check"))
    assert course.deliver().replaced == [NAME]
    assert course.read() == notebook("stub", "better check")


def test_outputs_stay_when_nothing_was_corrected(course):
    course.write(ran())
    assert quiet(course.deliver())
    assert course.read() == ran()


def test_another_line_ending_is_not_typing(course):
    course.publish(notebook("def f():\n    stub"))
    course.deliver()
    course.write(notebook("def f():\r\n    stub"))
    course.publish(notebook("def f():\n    better stub"))
    assert course.deliver().replaced == [NAME]


@pytest.mark.parametrize(
    "mine",
    [
        notebook("mine", "check"),
        notebook("stub", "check", "mine"),
        notebook("check"),
        notebook("check", "stub"),
        notebook("stub", "check").replace('"code"', '"markdown"', 1),
    ],
    ids=["answer", "added cell", "deleted cell", "moved cell", "other kind of cell"],
)
def test_a_correction_comes_beside_what_the_learner_typed(course, mine):
    course.write(mine)
    course.publish(notebook("stub", "better check"))
    news = course.deliver()
    assert course.read() == mine
    assert news.beside == [(NAME, "activations/activations (corrected).ipynb")] and not news.replaced
    assert course.read(news.beside[0][1]) == notebook("stub", "better check")
    assert quiet(course.deliver())


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", '{"cells": 3}', '{"cells": [{"source": 1}]}'])
def test_a_broken_notebook_counts_as_typed(course, broken):
    course.write(broken)
    course.publish(notebook("stub", "better check"))
    assert course.deliver().beside
    assert course.read() == broken


def test_bytes_that_are_no_text_count_as_typed(course):
    (course.folder / NAME).write_bytes(b"\xff\xfe\x00")
    course.publish(notebook("stub", "better check"))
    assert course.deliver().beside
    assert (course.folder / NAME).read_bytes() == b"\xff\xfe\x00"


def test_corrected_twice_and_typed_in_both_makes_a_third(course):
    course.write(notebook("mine", "check"))
    course.publish(notebook("stub", "second"))
    course.deliver()
    course.write(notebook("also mine", "second"), "activations/activations (corrected).ipynb")
    course.publish(notebook("stub", "third"))
    assert course.deliver().beside == [(NAME, "activations/activations (corrected 2).ipynb")]
    assert course.read() == notebook("mine", "check")
    assert course.read("activations/activations (corrected).ipynb") == notebook("also mine", "second")
    assert course.read("activations/activations (corrected 2).ipynb") == notebook("stub", "third")


def test_corrected_twice_does_not_pile_up_untouched_copies(course):
    course.write(notebook("mine", "check"))
    for text in ("second", "third"):
        course.publish(notebook("stub", text))
        assert course.deliver().beside == [(NAME, "activations/activations (corrected).ipynb")]
    assert course.files() == ["activations (corrected).ipynb", "activations.ipynb"]
    assert course.read("activations/activations (corrected).ipynb") == notebook("stub", "third")


def test_carried_over_and_renamed_is_at_home_again(course):
    """The learner gives the corrected copy the first one's name: the next delivery finds all in order."""
    course.write(notebook("mine", "check"))
    course.publish(notebook("stub", "second"))
    course.deliver()
    (course.folder / NAME).unlink()
    (course.folder / "activations/activations (corrected).ipynb").rename(course.folder / NAME)
    course.write(notebook("mine", "second"))
    assert quiet(course.deliver())
    assert course.files() == ["activations.ipynb"]


def test_a_name_that_the_learner_took_is_left_alone(course):
    course.write(notebook("mine", "check"))
    course.write("notes", "activations/activations (corrected).ipynb")
    course.publish(notebook("stub", "second"))
    assert course.deliver().beside == [(NAME, "activations/activations (corrected 2).ipynb")]
    assert course.read("activations/activations (corrected).ipynb") == "notes"


def test_a_correction_that_nobody_can_read_bothers_nobody_who_typed(course):
    """New points or cell ids: the graders' business, restored from the master when grading."""
    course.write(notebook("mine", "check"))
    course.publish(notebook("stub", "check").replace('"metadata": {}', '"metadata": {"points": 2}'))
    assert quiet(course.deliver())


def test_new_units_come_in(course):
    course.publish(notebook("one"), "neurons/neurons.ipynb")
    assert course.deliver().new == ["neurons/neurons.ipynb"]


def test_support_files_follow_the_same_rules(course):
    picture = "activations/images/curve.png"
    course.publish(b"\x89first", picture)
    assert course.deliver().new == [picture]
    course.publish(b"\x89second", picture)
    assert course.deliver().replaced == [picture]
    (course.folder / picture).write_bytes(b"drawn by me")
    course.publish(b"\x89third", picture)
    assert course.deliver().beside == [(picture, "activations/images/curve (corrected).png")]
    assert (course.folder / picture).read_bytes() == b"drawn by me"


def test_hidden_files_and_files_beside_the_units_stay_behind(course):
    course.publish("x", "activations/.ipynb_checkpoints/activations-checkpoint.ipynb")
    course.publish("x", "README.md")
    assert quiet(course.deliver())


@pytest.mark.parametrize("record", ["", "{", "[1]", '{"activations/activations.ipynb": 3}'])
def test_a_lost_record_never_costs_what_was_typed(course, record):
    course.write(notebook("mine", "check"))
    (course.folder / delivery.RECORD).write_text(record)
    course.deliver()
    assert course.read() == notebook("mine", "check")


def test_a_lost_record_and_an_untouched_copy_are_in_order(course):
    (course.folder / delivery.RECORD).unlink()
    assert quiet(course.deliver())


def test_cut_short_before_it_was_remembered(course, monkeypatch):
    """The corrected copy was written and the power went: the next run does not write a second one."""
    course.write(notebook("mine", "check"))
    course.publish(notebook("stub", "second"))
    before = course.read(delivery.RECORD)
    course.deliver()
    (course.folder / delivery.RECORD).write_text(before)
    assert quiet(course.deliver())
    assert course.files() == ["activations (corrected).ipynb", "activations.ipynb"]


def test_a_full_disk_is_one_sentence_and_leaves_the_old_copy_whole(course, monkeypatch):
    course.publish(notebook("stub", "second"))

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(delivery.os, "fsync", full)
    with pytest.raises(CourseError) as caught:
        course.deliver()
    assert "No space left" in str(caught.value) and "--folder" in str(caught.value)
    assert course.read() == notebook("stub", "check")
    assert course.files() == ["activations.ipynb"]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="cannot write .*file"):
        with held(tmp_path / "file" / "workspace"):
            pass


def test_a_broken_release_is_named(course):
    course.publish("{")
    with pytest.raises(CourseError, match="activations.ipynb.*broken"):
        course.deliver()


def test_names_are_safe_on_every_system(course):
    """Forward slashes in the record, and no character in a new name that Windows forbids."""
    course.write(notebook("mine", "check"))
    course.publish(notebook("stub", "second"))
    _, fresh = course.deliver().beside[0]
    assert not set(fresh) & set('<>:"\\|?*')
    assert all("\\" not in name for name in json.loads(course.read(delivery.RECORD)))


def test_two_at_once_do_no_harm(course):
    course.write(notebook("mine", "check"))
    course.publish(notebook("stub", "second"))
    program = (
        "import pathlib, sys\nfrom course.delivery import deliver, held\n"
        "folder = pathlib.Path(sys.argv[2])\n"
        "with held(folder):\n    deliver(pathlib.Path(sys.argv[1]), folder)"
    )
    several = [
        subprocess.Popen([sys.executable, "-c", program, course.release, course.folder], env=os.environ)
        for _ in range(4)
    ]
    assert [one.wait(60) for one in several] == [0] * 4
    assert course.files() == ["activations (corrected).ipynb", "activations.ipynb"]
    assert course.read() == notebook("mine", "check")


def test_a_held_workspace_is_waited_for_and_then_named(course, monkeypatch):
    monkeypatch.setattr(delivery, "PATIENCE", 0.1)
    with held(course.folder):
        with pytest.raises(CourseError, match="another 'course learn'"):
            course.deliver()
