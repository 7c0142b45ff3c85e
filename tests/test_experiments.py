"""Long experiments: run once the functions are there, with one thread, and never while work is graded."""

import pytest
import torch

from course import experiments


def test_it_hands_back_what_the_experiment_gives(monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    assert experiments.run(lambda: {"a": 1}) == {"a": 1}


def test_there_is_one_thread_inside_and_as_many_as_before_outside(monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        assert experiments.run(torch.get_num_threads) == 1 and torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


def test_an_unwritten_function_is_told_in_one_sentence(monkeypatch, capsys):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)

    def unwritten():
        raise NotImplementedError

    assert experiments.run(unwritten) is None
    assert capsys.readouterr().out.count("\n") == 1


def test_any_other_exception_is_seen(monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    with pytest.raises(ZeroDivisionError):
        experiments.run(lambda: 1 / 0)


def test_nothing_runs_while_work_is_graded(monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert experiments.run(lambda: pytest.fail("it ran")) is None
    assert "while work is graded" in capsys.readouterr().out
