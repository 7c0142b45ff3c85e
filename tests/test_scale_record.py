"""The recorded grid of the scale unit: made by its command, made again the same, and as the unit's text says."""

import importlib.util
import sys

import numpy as np
import pytest

from course import timing
from tests.browser.lab import REPOSITORY


@pytest.fixture(scope="module")
def command():
    """benchmarks/scale.py as a module."""
    folder = str(REPOSITORY / "benchmarks")
    sys.path.insert(0, folder)
    try:
        found = importlib.util.spec_from_file_location("benchmark_of_scale", REPOSITORY / "benchmarks/scale.py")
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(folder)


@pytest.fixture(scope="module")
def grid():
    return timing.recorded("scale")


def bars(grid, kind, name):
    """Mean and standard error over the seeds, for each amount."""
    shares = np.array(grid[kind][name]) / grid["asked"]
    return shares.mean(axis=0), shares.std(axis=0, ddof=1) / np.sqrt(len(shares))


def test_it_names_machine_date_command_and_versions(grid, command):
    assert grid["device"] and grid["date"] and grid["command"] == "python benchmarks/scale.py"
    assert set(grid["versions"]) == {"python", "numpy", "scikit-learn", "torch"}
    assert tuple(map(int, grid["networks"])) == command.SIZES and tuple(grid["seeds"]) == command.SEEDS


def test_every_count_is_there_and_possible(grid):
    for runs in [*grid["networks"].values(), *grid["others"].values()]:
        counts = np.array(runs)
        assert counts.shape == (len(grid["seeds"]), len(grid["amounts"])) and counts.dtype.kind == "i"
        assert (counts >= 0).all() and (counts <= grid["asked"]).all()


def test_the_command_makes_the_same_again(grid, command):
    """A corner of the grid, computed now. Other machines round in other ways, so a few answers may differ."""
    again = command.record(sizes=(8,), seeds=(0, 1), amounts=(20, 80))
    places = [grid["amounts"].index(amount) for amount in (20, 80)]
    for kind, name in [("networks", "8"), ("others", "logistic regression"), ("others", "SVM")]:
        then = np.array(grid[kind][name])[:2][:, places]
        assert np.abs(np.array(again[kind][name]) - then).max() <= 0.02 * grid["asked"], name
    assert again["asked"] == grid["asked"] and again["amounts"] == [20, 80]


def test_a_missing_master_is_told_in_one_sentence(command, monkeypatch, tmp_path):
    monkeypatch.setattr(command, "MASTER", tmp_path / "none.ipynb")
    with pytest.raises(SystemExit, match="course build scale"):
        command.notebook()


def test_the_recorded_runs_say_what_the_text_says(grid):
    """The sentences of sections 0, 7, 8, 9 and 10 that speak of the recorded runs."""
    net = {int(name): bars(grid, "networks", name) for name in grid["networks"]}
    svm, logistic = bars(grid, "others", "SVM"), bars(grid, "others", "logistic regression")
    amounts = grid["amounts"]

    def apart(a, b, place):
        """The difference in standard errors of the difference."""
        return (b[0][place] - a[0][place]) / np.hypot(a[1][place], b[1][place])

    # From 1 to 16 neurons size helps at every amount, and most with most data.
    for small, large in [(1, 2), (2, 4), (4, 8)]:
        assert all(apart(net[small], net[large], place) > 2 for place in range(len(amounts)))
    assert (net[16][0] - net[1][0])[-1] == max(net[16][0] - net[1][0])
    # From 32 to 256: about a point at 1280 images, nothing to be seen at 20.
    assert 0.005 < (net[256][0] - net[32][0])[-1] < 0.015 and apart(net[32], net[256], -1) > 2
    assert abs(apart(net[32], net[256], 0)) < 1
    # Two neurons: about half of the answers stay wrong, and the last doubling brings about three points.
    assert 0.45 < net[2][0][-1] < 0.55 and 0.02 < net[2][0][-1] - net[2][0][-2] < 0.04
    # On 40 and 80 images nobody is clearly ahead; from 160 on the SVM is.
    for place, amount in enumerate(amounts):
        if amount in (40, 80):
            assert abs(apart(net[32], logistic, place)) < 2 and abs(apart(net[32], svm, place)) < 2.5
            assert abs(apart(net[32], net[256], place)) < 2  # and more neurons change nothing there
        if amount >= 160:
            assert apart(net[32], svm, place) > 3 and apart(logistic, svm, place) > 3
    # Laws fitted to the first five amounts: every network from 2 neurons on ends above its line, the SVM below.
    def beyond(curve):
        slope, offset = np.polyfit(np.log(amounts[:5]), np.log(1 - curve[0][:5]), 1)
        return 1 - curve[0][-1] - np.exp(offset) * amounts[-1] ** slope

    assert all(beyond(net[size]) > 0 for size in net if size > 1) and beyond(svm) < 0
    assert 0.5 <= (1 - svm[0][-1]) * grid["asked"] <= 2.5
