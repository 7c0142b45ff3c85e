"""``course``: what it answers before any command is at work, and how a command's end becomes a status."""

from types import SimpleNamespace

import pytest

from course import cli
from course.errors import CourseError


@pytest.fixture
def rooms(monkeypatch):
    """Every command's room replaced by one that does what ``ends`` says, and notes that it was called."""
    called, ends = [], {}

    def room(module):
        name = next(name for name, (path, _) in cli.COMMANDS.items() if path == module)

        def run(args):
            called.append(name)
            end = ends.get(name, 0)
            if isinstance(end, BaseException):
                raise end
            return end

        return SimpleNamespace(add_arguments=lambda parser: parser.add_argument("--unit"), run=run)

    monkeypatch.setattr(cli.importlib, "import_module", room)
    return SimpleNamespace(called=called, ends=ends)


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"]])
def test_help_lists_every_command(argv, capsys):
    assert cli.main(argv) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in [*cli.COMMANDS, "all"])


def test_an_unknown_command_is_one_sentence(capsys):
    assert cli.main(["biuld"]) == 2
    assert capsys.readouterr().err == "course: there is no command 'biuld'; 'course --help' lists them.\n"


def test_a_command_gives_its_own_status(rooms):
    rooms.ends["build"] = 1
    assert cli.main(["build", "--unit", "x"]) == 1


def test_bad_input_is_one_sentence_and_status_2(rooms, capsys):
    rooms.ends["build"] = CourseError("there is no unit 'x'.")
    assert cli.main(["build"]) == 2
    assert capsys.readouterr().err == "course build: there is no unit 'x'.\n"


def test_an_interrupt_is_status_130(rooms, capsys):
    rooms.ends["grade"] = KeyboardInterrupt()
    assert cli.main(["grade"]) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.parametrize(("package", "way"), [("nbgrader", "pip install '.[teach]'"), ("filelock", "pip install .\n")])
def test_a_missing_package_is_one_sentence_with_the_way_out(monkeypatch, capsys, package, way):
    def missing(name):
        raise ModuleNotFoundError(f"No module named '{package}'", name=package)

    monkeypatch.setattr(cli.importlib, "import_module", missing)
    assert cli.main(["build"]) == 2
    said = capsys.readouterr().err
    assert f"'{package}' is missing" in said and way in said and said.count("\n") == 1


def test_a_missing_part_of_the_course_itself_is_a_bug_and_shown_as_one(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'course.gone'", name="course.gone")

    monkeypatch.setattr(cli.importlib, "import_module", missing)
    with pytest.raises(ModuleNotFoundError):
        cli.main(["build"])


def test_all_runs_every_station_in_order(rooms):
    assert cli.main(["all"]) == 0
    assert rooms.called == ["build", "release", "sample", "grade", "report"]


def test_all_goes_on_past_a_finding_and_tells_it_at_the_end(rooms):
    rooms.ends["grade"] = 1
    assert cli.main(["all"]) == 1
    assert rooms.called[-1] == "report"


@pytest.mark.parametrize("end", [CourseError("bad."), KeyboardInterrupt()])
def test_all_stops_at_what_cannot_be_gone_on_from(rooms, end):
    rooms.ends["sample"] = end
    assert cli.main(["all"]) > 1
    assert rooms.called == ["build", "release", "sample"]
