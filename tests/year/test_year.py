"""A class of twelve through one unit, from release to export; ``python -m tests.year`` does it with more of both."""

from tests.year.term import Term


def test_a_term(tmp_path):
    said = []
    Term(tmp_path, ["neurons"], 12, said.append).year()
    assert len(said) == 9 and "11 submissions collected, 1 handed in nothing, 1 handed in twice" in said[1]
