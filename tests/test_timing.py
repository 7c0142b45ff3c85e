"""The clock of these tests is a counter that the timed functions move themselves."""

import json

import pytest

from course import timing


class Clock:
    def __init__(self):
        self.now, self.calls = 0.0, 0

    def __call__(self):
        return self.now

    def job(self, cost, first=None):
        def run(*args):
            self.now += first if first is not None and not self.calls else cost
            self.calls += 1

        return run


@pytest.mark.parametrize("cost", [1e-7, 1e-5, 1e-3, 0.02])
def test_the_cost_of_a_call_is_found(cost):
    clock = Clock()
    assert timing.seconds_per_call(clock.job(cost), clock=clock) == pytest.approx(cost)


def test_the_first_call_does_not_count():
    clock = Clock()
    assert timing.seconds_per_call(clock.job(1e-4, first=0.03), clock=clock) == pytest.approx(1e-4)


@pytest.mark.parametrize("cost", [1e-7, 1e-4, 0.01, 0.04, 3.0])
def test_time_is_bounded_not_the_number_of_calls(cost):
    clock = Clock()
    timing.seconds_per_call(clock.job(cost), budget=0.05, clock=clock)
    assert clock.now <= 0.05 + 2 * cost + 2 * timing.CLEAR


def test_arguments_reach_the_function():
    seen = set()
    timing.seconds_per_call(lambda *args: seen.add(args), 1, 2, budget=1e-3)
    assert seen == {(1, 2)}


def test_recorded_figures_are_read_or_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(timing, "RECORDED", tmp_path)
    assert timing.recorded("gpu") is None
    (tmp_path / "gpu.json").write_text(json.dumps({"device": "x"}))
    assert timing.recorded("gpu") == {"device": "x"}
