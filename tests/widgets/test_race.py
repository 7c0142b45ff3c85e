"""The race's Python side: who runs, what is kept, what is refused. No test looks at how long anything took."""

import sys

import pytest
import traitlets

from course import widgets
from course.errors import CourseError
from course.widgets.race import POWERS, RUNNERS


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_courses_own_functions_run_where_none_is_written(close):
    race = close(widgets.Race(namespace={}))
    result = race.run(10)
    assert result["seconds"].keys() == RUNNERS.keys() and all(s > 0 for s in result["seconds"].values())
    assert set(result["whose"].values()) == {"the course's"} and result["note"] == ""
    assert race.results == {"10": result}
    race.run(100)
    assert race.results.keys() == {"10", "100"}


def test_the_learners_functions_run_once_they_are_written_and_right(close):
    calls = []

    def dot_loop(u, v):
        calls.append(len(u))
        return sum(a * b for a, b in zip(u, v))

    def dot_vectorized(u, v):
        raise NotImplementedError

    def dot_vectorized_torch(u, v):
        return u @ v + 1

    namespace = {"dot_loop": dot_loop, "dot_vectorized": dot_vectorized, "dot_vectorized_torch": dot_vectorized_torch}
    result = close(widgets.Race(namespace=namespace)).run(100)
    assert result["whose"] == {"loop": "yours", "numpy": "the course's", "torch": "the course's"}
    assert result["note"] == "Your dot_vectorized_torch gave another number, so the course's own ran."
    assert len(calls) > 1


@pytest.mark.parametrize("broken", [lambda u, v: [][0], lambda u, v: u * v, lambda u, v: exit(), lambda: 0])
def test_a_broken_function_is_told_in_one_sentence(close, broken):
    result = close(widgets.Race(namespace={"dot_vectorized": broken})).run(10)
    assert result["whose"]["numpy"] == "the course's" and result["note"].startswith("Your dot_vectorized raised ")


def test_an_endless_loop_is_stopped(close, monkeypatch):
    monkeypatch.setattr(sys.modules["course.widgets.race"], "LONGEST", 0.05)  # the package has a function of that name

    def dot_loop(u, v):
        while True:
            pass

    result = close(widgets.Race(namespace={"dot_loop": dot_loop})).run(10)
    assert result["whose"]["loop"] == "the course's" and "was stopped after" in result["note"]


def test_the_page_asks_for_a_race(close):
    race = close(widgets.Race(namespace={}))
    race._asked(race, {"kind": "race", "power": 2}, [])
    assert race.results.keys() == {"100"}
    for odd in [{"kind": "race", "power": 9}, {"kind": "race", "power": "2"}, {"kind": "race"}, "race", {"kind": "shown"}]:
        race._asked(race, odd, [])
    assert race.results.keys() == {"100"}


def test_recorded_figures_name_their_machine(close):
    recorded = close(widgets.race()).recorded
    assert all(recorded[key] for key in ("device", "date", "command"))
    assert recorded["results"].keys() == {str(10**power) for power in range(POWERS[0], POWERS[1] + 1)}


def test_what_it_cannot_do_is_refused(close):
    with pytest.raises(CourseError, match="outside the race; choose a power from 1 to 6"):
        widgets.race(7)
    race = close(widgets.race())
    for trait, value in [("power", 0), ("lanes", 3), ("guess", 9.0), ("step", -1)]:
        with pytest.raises(traitlets.TraitError):
            setattr(race, trait, value)
