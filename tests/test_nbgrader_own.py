"""The list of differences from stock nbgrader names tests that there are; ``python -m tests.nbgrader_own`` runs them."""

from tests import nbgrader_own


def test_the_differences_are_tests_of_nbgraders():
    known = nbgrader_own.differences()
    assert len(known) > 10 and all(len(reason) > 8 for reason in known.values())
    for test in known:
        file, name = test.split("::")
        assert f"def {name}(" in nbgrader_own.FILES[file].read_text(), test


def test_all_that_the_course_changes_is_run():
    assert {"nbgrader_autograde", "nbgrader_generate_assignment", "nbgrader_generate_feedback", "savecells", "saveautogrades"} <= set(nbgrader_own.FILES)


def test_a_difference_that_is_not_listed_is_an_error(monkeypatch, capsys):
    found = {"savecells::test_a": "AssertionError", "savecells::test_b": ""}
    monkeypatch.setattr(nbgrader_own, "outcomes", lambda name, place: found)
    monkeypatch.setattr(nbgrader_own, "differences", lambda: {})
    assert nbgrader_own.main(["savecells"]) == 1
    monkeypatch.setattr(nbgrader_own, "differences", lambda: {"savecells::test_a": "It is so."})
    assert nbgrader_own.main(["savecells"]) == 0
    monkeypatch.setattr(nbgrader_own, "differences", lambda: {"savecells::test_a": "So.", "savecells::test_b": "So."})
    assert nbgrader_own.main(["savecells"]) == 1
    monkeypatch.setattr(nbgrader_own, "differences", lambda: {"savecells::test_a": "So.", "savecells::test_gone": "So."})
    assert nbgrader_own.main(["savecells"]) == 1 and "is no test" in capsys.readouterr().out
