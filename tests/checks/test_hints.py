"""From the message of a failed check to the hint that is about it."""

import pytest

from course.checks import hints
from course.checks.exceptions import describe
from course.released import Exercise, Hint, find_release, read_units

TITLES = [
    "where to start",
    "I get <code>operands could not be broadcast together with shapes (2,) (2,3)</code>",
    "I get <code>nan</code>, or <code>Mean of empty slice</code>",
    "the message says <code>dtype torch.float32</code> where <code>torch.float64</code> is expected",
    "I get <code>matmul: ... mismatch in its core dimension</code>",
    "\"ValueError is raised\" fails",
    "at 0 I get 0, not 0.25",
    "from <code>s</code> to a matrix",
    "I get <code>index 2 is out of bounds for axis 0 with size 2</code>",
    "I get <code>'&lt;' not supported</code>",
]
EXERCISE = Exercise("u-f", "f", "u/u.ipynb", 1.0, False, "", "", tuple(Hint(n, title) for n, title in enumerate(TITLES, 1)))


def number(said, called=""):
    found = hints.find(EXERCISE, said, f"called        {called}\ngot           {said}")
    return found and found.number


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("ValueError: operands could not be broadcast together with shapes (2,) (2,3)", 2),
        ("ValueError: operands could not be broadcast together with shapes (4,5) (3,)", 2),
        ("ValueError: operands could not be broadcast\n              together with shapes (4,5) (3,)", 2),
        ("nan at [0]", 3),
        ("RuntimeWarning: Mean of empty slice", 3),
        ("a financial result", None),  # "nan" is a word, not three letters
        ("dtype torch.float32 dtype torch.float64", 4),
        ("dtype torch.float32 dtype torch.int64", None),  # only one of the two
        ("ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0", 5),
        ("the value 1.0 ValueError is raised", 6),
        ("0.0 0.25", 7),
        ("0.0 10.25", None),
        ("0.0 0.255", None),
        ("IndexError: index 7 is out of bounds for axis 1 with size 3", 9),
        ("TypeError: '<' not supported between instances", 10),
        ("TypeError: something else", None),
        ("", None),
    ],
)
def test_the_hint_for_what_was_said(said, wanted):
    assert number(said) == wanted


def test_a_short_key_is_not_looked_for_in_the_call():
    assert number("a list", called="f(nan)") is None


def test_an_exact_title_comes_before_one_with_other_numbers():
    titles = ["I get <code>shape (2, 3)</code>", "I get <code>shape (4,)</code>"]
    exercise = Exercise("u-f", "f", "u/u.ipynb", 1.0, False, "", "", tuple(Hint(n, title) for n, title in enumerate(titles, 1)))
    assert hints.find(exercise, "shape (4,)", "shape (4,)").number == 2
    assert hints.find(exercise, "shape (9,)", "shape (9,)").number == 1


def test_a_title_is_spoken_without_html():
    assert hints.spoken("I get <code>'&lt;' not\n supported</code>") == "I get `'<' not supported`"


KEYED = [(each, hint) for unit in read_units(find_release()) for each in unit.exercises for hint in each.hints if hints.keys(hint.title)]


def test_the_released_hints_are_read():
    found = [each for unit in read_units(find_release()) for each in unit.checked if each.hints]
    assert len(found) > 100 and len(KEYED) > 100
    assert all([hint.number for hint in each.hints] == list(range(1, len(each.hints) + 1)) for each in found)


@pytest.mark.parametrize(("exercise", "hint"), KEYED, ids=lambda value: getattr(value, "id", getattr(value, "number", None)))
def test_an_error_that_reads_as_the_title_says_finds_its_hint(exercise, hint):
    """Held against the title's own words, each way in which it can fit."""
    for parts in hints.keys(hint.title):
        said = " ".join(part.replace("...", "some words").replace("…", "some words") for part in parts)
        found = hints.find(exercise, said, said)
        assert found is not None
        earlier = [other for other in exercise.hints if other.number < hint.number and hints.keys(other.title)]
        assert found == hint or found in earlier, f"{said!r} leads to Hint {found.number}"


def test_a_real_error_is_found():
    import numpy as np

    try:
        np.ones(2) + np.ones(3)
    except ValueError as error:
        assert number(describe(error)) == 2
