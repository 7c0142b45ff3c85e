"""The scale explorer's Python side: what was recorded, what it reads of the learner's experiment, and what it refuses."""

import sys

import numpy as np
import pytest
import traitlets

from course import timing, widgets
from course.errors import CourseError
from course.widgets.scale import OTHERS, ScaleExplorer, read, summed_up

RUN = {
    "AMOUNTS": [20, 80],
    "comparison": {
        "network 8": (np.array([0.5, 0.75]), np.array([0.01, 0.02])),
        "SVM": (np.array([0.6, 0.9]), np.array([0.0, 0.0])),
    },
}


@pytest.fixture
def close():
    opened = []
    yield lambda widget: opened.append(widget) or widget
    for widget in opened:
        widget.close()


def test_the_map_holds_mean_and_standard_error_of_what_was_recorded(close):
    recorded, grid = timing.recorded("scale"), close(ScaleExplorer(namespace={})).grid
    assert [str(size) for size in grid["sizes"]] == list(recorded["networks"]) and grid["amounts"] == recorded["amounts"]
    k = len(recorded["seeds"])
    for place, runs in enumerate(recorded["networks"].values()):
        shares = np.array(runs) / recorded["asked"]
        centre = sum(shares) / k
        assert np.allclose(grid["networks"]["mean"][place], centre)
        assert np.allclose(grid["networks"]["error"][place], np.sqrt(sum((run - centre) ** 2 for run in shares) / (k - 1) / k))
    assert set(grid["others"]) == set(OTHERS) and all(grid[key] for key in ("device", "date", "command"))


def test_the_learners_experiment_is_read_with_nan_left_out():
    told = read("comparison", "AMOUNTS", RUN)
    assert told["state"] == "drawn" and told["amounts"] == [20, 80]
    assert told["models"]["network 8"] == {"mean": [0.5, 0.75], "error": [0.01, 0.02]}
    odd = {**RUN, "comparison": {"network 2": (np.array([np.nan, 1.0]), np.array([np.inf, 0.0]))}}
    assert read("comparison", "AMOUNTS", odd)["models"]["network 2"] == {"mean": [None, 1.0], "error": [None, 0.0]}


class Strange(dict):
    def items(self):
        raise SystemExit


class Endless(dict):
    def items(self):
        while True:
            pass


@pytest.mark.parametrize("namespace", [{}, {"comparison": None}, {"AMOUNTS": [1]}])
def test_an_experiment_that_has_not_run_is_waited_for(namespace):
    told = read("comparison", "AMOUNTS", namespace)
    assert told["state"] == "missing" and told["models"] == {} and "once your comparison has run" in told["sentence"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"comparison": [1, 2]}, "no dict from a name to"),
        ({"comparison": {"SVM": 3}}, "holds no pair (mean, error) for SVM"),
        ({"comparison": {"SVM": (np.ones(3), np.ones(2))}}, "shapes (3,) and (2,) for SVM, where (2,) is expected"),
        ({"comparison": {"SVM": ("a", "b")}}, "comparison"),
        ({"comparison": Strange()}, "SystemExit"),
        ({"AMOUNTS": None}, "comparison"),
        ({"AMOUNTS": ["many", 2]}, "comparison"),
    ],
)
def test_a_broken_experiment_is_told_in_one_sentence(changes, said):
    told = read("comparison", "AMOUNTS", {**RUN, **changes})
    assert told["state"] == "failed" and said in told["sentence"] and "\n" not in told["sentence"]


def test_missing_amounts_are_named():
    told = read("comparison", "AMOUNTS", {"comparison": RUN["comparison"]})
    assert told["state"] == "failed" and told["sentence"].startswith("AMOUNTS, the list of amounts")


def test_an_endless_experiment_is_stopped():
    told = read("comparison", "AMOUNTS", {**RUN, "comparison": Endless()})
    assert told["state"] == "failed" and "within a second" in told["sentence"]


def test_it_follows_the_notebook(close, shell):
    explorer = close(widgets.scale_explorer())
    assert explorer.mine["state"] == "missing"
    shell.run_cell("AMOUNTS = [20, 80]\ncomparison = {'network 2': (np.array([0.2, 0.4]), np.array([0.1, 0.1]))}")
    assert explorer.mine["models"]["network 2"]["mean"] == [0.2, 0.4]
    shell.run_cell("comparison['network 2'][0][1] = 0.5")
    assert explorer.mine["models"]["network 2"]["mean"] == [0.2, 0.5]
    shell.run_cell("comparison = None")
    assert explorer.mine["state"] == "missing"


def test_other_names_can_be_given(close, shell):
    explorer = close(widgets.scale_explorer(results="mine", amounts="n"))
    shell.run_cell("n, mine = [40], {'network 8': (np.array([0.5]), np.array([0.1]))}")
    assert explorer.mine["amounts"] == [40]


def test_the_first_field_is_chosen(close):
    explorer = close(widgets.scale_explorer(hidden=8, images=320))
    assert explorer.grid["sizes"][explorer.size] == 8 and explorer.grid["amounts"][explorer.amount] == 320


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"hidden": 3}, "hidden=3.*choose from 1, 2, 4"),
        ({"images": 100}, "images=100.*choose from 20, 40"),
        ({"results": RUN["comparison"]}, "give the name in quotes"),
    ],
)
def test_what_it_cannot_do_is_refused(arguments, said):
    with pytest.raises(CourseError, match=said):
        widgets.scale_explorer(**arguments)


def test_a_missing_record_is_told_with_the_command_that_makes_it(monkeypatch):
    monkeypatch.setattr(sys.modules["course.widgets.scale"].timing, "recorded", lambda name: None)
    with pytest.raises(CourseError, match="python benchmarks/scale.py makes it"):
        widgets.scale_explorer()
    with pytest.raises(CourseError):
        summed_up(None)


@pytest.mark.parametrize(("trait", "value"), [("size", 9), ("size", -1), ("amount", 7), ("show", "loss")])
def test_places_outside_the_map_are_refused(close, trait, value):
    explorer = close(widgets.scale_explorer())
    with pytest.raises(traitlets.TraitError):
        setattr(explorer, trait, value)
