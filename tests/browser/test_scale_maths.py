"""What the scale explorer computes in the browser, held against NumPy and against what was recorded."""

import numpy as np
import pytest

from course import timing
from course.widgets.scale import summed_up
from tests.browser.test_maths import calls  # noqa: F401  (a fixture)

GRID = summed_up(timing.recorded("scale"))
MINE = {
    "state": "drawn",
    "amounts": [80, 1280],
    "models": {"network 8": {"mean": [0.5, None], "error": [0.1, None]}, "SVM": {"mean": [0.9, 1.0], "error": [0, 0]}},
}


def test_a_better_model_is_never_lighter(calls):  # noqa: F811
    means = np.linspace(0, 1, 201)
    tints = calls("scale_maths", "given.map(m.tint)", means.tolist())
    assert (np.diff(tints) >= 0).all() and tints[0] == 0 and tints[-1] == 1
    half = calls("scale_maths", "given.map(m.tint)", [0.8, 0.9, 0.95])
    assert half[1] - half[0] == pytest.approx(half[2] - half[1])  # each halving of the error is one step


def test_equal_factors_are_equal_distances(calls):  # noqa: F811
    places = calls("scale_maths", "given.map((v) => m.place(v, [20, 1280], true))", GRID["amounts"])
    assert places == pytest.approx(np.linspace(0, 1, len(GRID["amounts"])))
    assert calls("scale_maths", "m.place(0.25, [0, 1], false)") == 0.25
    assert calls("scale_maths", "m.place(0, [0.0025, 1], true)") == 0  # no error at all lies on the lower edge


def test_every_recorded_value_lies_on_both_vertical_axes(calls):  # noqa: F811
    means = [mean for row in GRID["networks"]["mean"] for mean in row] + [m for o in GRID["others"].values() for m in o["mean"]]
    for show in ("accuracy", "error"):
        axis = calls("scale_maths", "m.upright(given)", show)
        values = calls("scale_maths", "given[0].map((mean) => m.shown(mean, given[1]))", [means, show])
        assert values == pytest.approx([mean if show == "accuracy" else 1 - mean for mean in means])
        assert all(axis["ends"][0] <= value <= axis["ends"][1] for value in values)
        assert all(axis["ends"][0] <= tick <= axis["ends"][1] for tick in axis["ticks"])


def test_the_learners_networks_are_found_by_their_names(calls):  # noqa: F811
    assert list(calls("scale_maths", "m.networks(given)", {**MINE["models"], "my network 4": 1, "network x": 1})) == ["8"]
    assert calls("scale_maths", "m.networks(null)") == {}
    at = "m.mineAt(given[0], given[1], given[2])"
    assert calls("scale_maths", at, [MINE, 8, 80]) == {"mean": 0.5, "error": 0.1}
    for size, amount in [(8, 1280), (8, 20), (2, 80)]:
        assert calls("scale_maths", at, [MINE, size, amount]) is None


def test_two_means_are_alike_within_two_errors_of_their_difference(calls):  # noqa: F811
    pairs = [[{"mean": 0.5, "error": 0.03}, {"mean": 0.5 + gap, "error": 0.04}] for gap in (0.0, 0.09, -0.09, 0.11, -0.11)]
    assert calls("scale_maths", "given.map(([a, b]) => m.alike(a, b))", pairs) == [True, True, True, False, False]


def test_the_words_tell_the_chosen_field_and_its_neighbours(calls):  # noqa: F811
    mean = GRID["networks"]["mean"]
    for size, amount in [(0, 0), (3, 4), (8, 6), (8, 0), (0, 6)]:
        said = calls("scale_maths", "m.inWords(...given)", [GRID, size, amount, {"models": {}, "amounts": []}]).replace("\u00a0", " ")
        assert f"{100 * mean[size][amount]:.1f} % of 500" in said and f"on {GRID['amounts'][amount]} images" in said
        assert ("wice the data" in said) == (amount < 6) and ("wice the neurons" in said) == (size < 8)
        if amount < 6:
            gain = 100 * (mean[size][amount + 1] - mean[size][amount])
            assert f"Twice the data: {'−' if gain < 0 else '+'}{abs(gain):.1f} points" in said
        assert f"SVM {100 * GRID['others']['SVM']['mean'][amount]:.1f} %" in said and "Yours" not in said
    said = calls("scale_maths", "m.inWords(...given)", [GRID, 3, 2, MINE]).replace("\u00a0", " ")
    assert "Yours: 50.0 % (standard error 10.0 points), more than two standard errors" in said
