"""A function that still raises NotImplementedError is named as not written yet, whoever calls it."""

import pytest
import torch

from course import checks


def stub(x):
    raise NotImplementedError


def calls_a_stub(x):
    return stub(x) + 1


def message(function):
    with pytest.raises(checks.CheckFailed) as failed:
        checks.of(function)(1.0).gives(1.0)
    return " ".join(str(failed.value).split())


def test_the_stub_itself():
    assert "stub is not written yet. Replace the line `raise NotImplementedError`" in message(stub)


def test_a_stub_that_the_checked_function_calls():
    assert "stub, which calls_a_stub calls, is not written yet." in message(calls_a_stub)


def test_hidden_tests_say_it_in_one_line():
    with pytest.raises(checks.HiddenTestFailed, match="stub is not written yet"):
        with checks.hidden(stub) as must:
            with must("be right"):
                assert stub(1.0) == 1.0
            with must("be right again"):
                assert stub(2.0) == 2.0


def test_a_library_that_raises_it_is_no_stub():
    def library(x):
        return torch.distributions.Distribution(validate_args=False).sample()

    text = message(library)
    assert "NotImplementedError" in text and "not written yet" not in text
