"""Rows, points and where to go on, all from the released notebooks and the record."""

import json

import pytest

from course.cli import main
from course.errors import CourseError
from course.progress import read_table, record, summary
from course.progress.summary import continue_here, last_worked_on, summarise
from course.released import exercise_of, find_cell, read_units


def rows(release, folder):
    return {row.unit.folder: row for row in summarise(release, folder)}


def passed(release, folder, id, result=True):
    unit = next(unit for unit in read_units(release) if id.startswith(unit.folder))
    exercise = next(each for each in unit.exercises if each.id == id)
    record.note(folder, id, result, exercise.check)


def test_names_and_points_come_from_the_released_notebooks(release, folder):
    row = rows(release, folder)["doubles"]
    assert [state.exercise.name for state in row.states] == ["double", "double_torch", "proof"]
    assert (row.possible, row.points, row.done, len(row.checked)) == (3, 0, 0, 2)
    assert [hint.number for hint in row.states[0].exercise.hints] == [1, 2]


def test_points_follow_the_checks(release, folder):
    passed(release, folder, "doubles-double-torch")
    row = rows(release, folder)["doubles"]
    assert (row.points, row.done) == (2, 1)
    assert [state.exercise.name for state in row.left] == ["double", "proof"]


def test_best_so_far_with_a_mark(release, folder):
    passed(release, folder, "doubles-double")
    passed(release, folder, "doubles-double", False)
    row = rows(release, folder)["doubles"]
    assert row.points == 1 and [state.exercise.name for state in row.failing] == ["double"]
    assert "failed when last run" in row.states[0].words and "passed 20" in row.states[0].words
    assert "failed when last run: double" in repr(read_table(folder))


def test_a_corrected_check_is_said_and_counts_on(release, folder):
    record.note(folder, "doubles-double", True, "check = checks.of(double)  # the first edition")
    state = rows(release, folder)["doubles"].states[0]
    assert state.done and "corrected since" in state.words


def test_an_unknown_exercise_in_the_record_is_no_matter(release, folder):
    record.note(folder, "gone-exercise", True, "check")
    assert rows(release, folder)["doubles"].done == 0


@pytest.mark.parametrize(("answer", "written"), [("*Write your answer here.*", False), ("", False), ("Because it is.", True)])
def test_a_text_answer_is_looked_up_in_the_saved_notebook(release, folder, answer, written):
    path = folder / "doubles/doubles.ipynb"
    saved = json.loads(path.read_text())
    saved["cells"][-1]["source"] = answer
    path.write_text(json.dumps(saved))
    row = rows(release, folder)["doubles"]
    assert [state.written for state in row.texts] == [written]
    assert row.possible == 3, "its points are no points of visible checks"


def test_one_goes_on_in_the_notebook_of_the_last_check(release, folder):
    found = summarise(release, folder)
    assert last_worked_on(folder, found) is None
    assert continue_here(found, None).exercise.id == "doubles-double"
    passed(release, folder, "triples-triple", False)
    found = summarise(release, folder)
    assert continue_here(found, last_worked_on(folder, found)).exercise.id == "triples-triple"
    passed(release, folder, "triples-triple")
    found = summarise(release, folder)
    assert continue_here(found, last_worked_on(folder, found)).exercise.id == "doubles-double", "what was left out comes last"


def test_what_fails_again_comes_first(release, folder):
    for id, result in [("doubles-double", True), ("doubles-double-torch", True), ("doubles-double-torch", False)]:
        passed(release, folder, id, result)
    found = summarise(release, folder)
    assert continue_here(found, "doubles/doubles.ipynb").exercise.id == "doubles-double-torch"


def test_nothing_left(release, folder, monkeypatch):
    monkeypatch.setattr(summary, "_answers", lambda path: {"doubles-proof": "Because."})
    for id in ("doubles-double", "doubles-double-torch", "triples-triple"):
        passed(release, folder, id)
    said = repr(read_table(folder))
    assert "3 of 3 exercises, 4 of 4 points" in said and "Nothing is left" in said and "Continue" not in said


def test_the_text_and_the_html_say_the_same(release, folder):
    passed(release, folder, "doubles-double")
    shown = read_table(folder, base="../")
    html, text = shown._repr_html_(), repr(shown)
    for words in ("1 of 3 exercises, 1 of 4 points", "1 · Doubles", "1 of 2", "1 of 3", "1: double_torch", "text answer for a person to grade: proof"):
        assert words in html and words in text
    assert 'href="../doubles/doubles.ipynb#cell-id=doubles-double-torch"' in html
    assert text.splitlines()[-1] == "Continue here: Doubles, exercise double_torch (doubles/doubles.ipynb)"


def test_the_exercises_of_one_unit(release, folder):
    passed(release, folder, "doubles-double")
    shown = read_table(folder, "doubles")
    assert "✓ double        1 of 1" in repr(shown) and "· double_torch  0 of 2" in repr(shown)
    assert shown._repr_html_().count("<tr>") == 4
    with pytest.raises(CourseError, match="no unit 'twos'; there is: doubles, triples"):
        read_table(folder, "twos")


def test_the_command_prints_the_table(release, folder, capsys):
    passed(release, folder, "doubles-double")
    assert main(["progress", "--folder", str(folder)]) == 0
    assert capsys.readouterr().out == repr(read_table(folder)) + "\n"
    assert main(["progress", "triples", "--folder", str(folder)]) == 0
    assert "· triple" in capsys.readouterr().out


def test_the_command_without_a_workspace_is_one_sentence(release, tmp_path, capsys):
    assert main(["progress", "--folder", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "course learn" in said and said.count("\n") == 1


def test_no_module_takes_the_place_of_the_function():
    """Importing a part of the package binds its name in the package."""
    from pathlib import Path

    import course.progress as package

    assert not {path.stem for path in Path(package.__file__).parent.glob("*.py")} & set(package.__all__)


def test_a_cell_is_known_by_its_id_or_else_by_its_source(release):
    units = read_units(release)
    check = units[1].cells[2]
    for id, source in [(check.id, check.source), (check.id, "edited"), ("another", check.source + "  \n"), (None, check.source)]:
        assert exercise_of(*find_cell(units, id, source)).id == "triples-triple"
    assert find_cell(units, "another", "check = checks.of(triple)\ncheck.passed()") is None
    assert exercise_of(*find_cell(units, "triples-triple", "")) is None, "the solution cell is no check"


def test_a_broken_released_notebook_has_no_exercises(release):
    (release / "triples/triples.ipynb").write_text("{")
    assert [unit.exercises for unit in read_units(release) if unit.folder == "triples"] == [()]
