"""What is taken from the exchange's inbound folder, where anybody may write, and what is left there."""

import getpass
import os

import pytest
from nbgrader.exchange import ExchangeFactory

from course.grading.collect import NotTheirs, owner, take, uid_of
from course.grading.course import Course
from tests.grading.fixture_course import make_course

pytestmark = pytest.mark.skipif(not hasattr(os, "fwalk"), reason="nbgrader has no exchange on Windows")
AT, LATER = "2030-01-01 00:00:00.000000 UTC", "2030-01-02 00:00:00.000000 UTC"


@pytest.fixture()
def course(tmp_path):
    extra = f"\nc.Exchange.root = {str(tmp_path / 'exchange')!r}\n"
    course = make_course(tmp_path / "course", "mini", extra=extra)
    (tmp_path / "exchange/neural-networks-1/inbound").mkdir(parents=True)
    return course


def leave(course, name, **files):
    folder = course.root.parent / "exchange/neural-networks-1/inbound" / name
    folder.mkdir()
    for stem, text in {"mini": "{}", **files}.items():
        (folder / f"{stem}.ipynb").write_text(text)
    (folder / "timestamp.txt").write_text(name.split("+")[2])
    return folder


def collect(course, **settings):
    """nbgrader's own collect with the course's configuration; returns who was collected."""
    app = Course(course.root).app
    for name, value in settings.items():
        app.config.CollectOwned[name] = value
    app.coursedir.assignment_id = "mini"
    collector = ExchangeFactory(config=app.config).Collect(coursedir=app.coursedir, authenticator=None, parent=app, update=True)
    collector.start()
    return sorted(path.name for path in (course.root / "submitted").glob("*"))


me = getpass.getuser()


def text(course):
    return (course.root / "submitted" / me / "mini" / "mini.ipynb").read_text()


def test_ones_own_latest_is_collected(course):
    leave(course, f"{me}+mini+{AT}+aaaa", mini="early")
    assert collect(course) == [me] and text(course) == "early"
    leave(course, f"{me}+mini+{LATER}+bbbb", mini="late")
    assert collect(course) == [me] and text(course) == "late"


def test_what_is_somebody_elses_or_odd_is_left_and_the_rest_collected(course):
    leave(course, f"{me}+mini+{AT}+aaaa", mini="mine")
    leave(course, f"somebody-else+mini+{AT}+aaaa")
    (leave(course, f"third+mini+{AT}+aaaa") / "more").mkdir()
    leave(course, "odd+mini+never+x")
    inbound = course.root.parent / "exchange/neural-networks-1/inbound"
    (inbound / f"fourth+mini+{AT}+x").symlink_to(course.root)
    (inbound / "mini+mini+x").mkdir()
    assert collect(course) == [me] and text(course) == "mine"


def test_without_owners_names_count_and_links_do_not(course):
    leave(course, f"bob+mini+{AT}+aaaa")
    (leave(course, f"eve+mini+{AT}+aaaa") / "data.csv").symlink_to(course.root / "source/mini/mini.ipynb")
    assert collect(course, check_owner=False) == ["bob"]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_in_pods_the_number_says_whose_it_is(course):
    for name, number in (("anna", uid_of("anna")), ("bob", uid_of("eve"))):
        folder = leave(course, f"{name}+mini+{AT}+aaaa")
        for path in [folder, *folder.iterdir()]:
            os.chown(path, number, -1)
    assert collect(course, owner_by="number") == ["anna"]


@pytest.mark.parametrize(
    "make, why",
    [
        (lambda folder: (folder / "x").symlink_to("/etc/hostname"), "x is a link"),
        (lambda folder: (folder / "inner").symlink_to(folder.parent), "inner is a link"),
        (lambda folder: os.mkfifo(folder / "x"), "x is a link or another thing"),
        (lambda folder: (folder / "x").write_bytes(bytes(2000)), "too large"),
    ],
)
def test_only_plain_files_within_the_limit_are_taken(tmp_path, make, why):
    source = tmp_path / "source"
    (source / "deep").mkdir(parents=True)
    (source / "deep" / "a.txt").write_text("a")
    (source / "skip.pyc").write_text("b")

    def ignored(folder, names):
        return [name for name in names if name.endswith(".pyc")]

    take(source, tmp_path / "one", ignored, 1000)
    assert sorted(path.name for path in (tmp_path / "one").rglob("*")) == ["a.txt", "deep"]
    make(source)
    with pytest.raises(NotTheirs, match=why):
        take(source, tmp_path / "two", ignored, 1000)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_a_file_of_somebody_else_in_ones_folder_is_not_taken(tmp_path):
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "x").write_text("a")
    os.chown(tmp_path / "source" / "x", 12345, -1)
    with pytest.raises(NotTheirs, match="not of whom the folder is"):
        take(tmp_path / "source", tmp_path / "out", lambda *_: [], 1000)
    assert owner(tmp_path / "nothing") is None
