"""Repairs that need no kernel: where a missing cell goes, and what a notebook without nbgrader's marks keeps."""

from nbformat.v4 import new_code_cell, new_markdown_cell

from course.grading.course import Record
from course.grading.restore import Mender, listing
from tests.grading.fixture_course import find, mini


def records():
    found = []
    for cell in mini().cells:
        own = cell.metadata.get("nbgrader")
        if own:
            kind = {(True, True): "manual", (False, True): "solution", (True, False): "test"}[own.grade, own.solution]
            found.append(Record(own.grade_id, kind, cell.cell_type, cell.source, "0" * 32, own.get("points"), own.locked))
    return found


def mended(change):
    nb = mini()
    change(nb)
    mender = Mender(nb, records())
    return mender, mender.mend()


def order(cells):
    return [cell.metadata.get("nbgrader", {}).get("grade_id") or cell.source for cell in cells]


def test_missing_tests_go_behind_what_was_typed_in_their_place_and_before_the_next_text():
    def change(nb):
        at = nb.cells.index(find(nb, "mini-double"))
        nb.cells[at : at + 3] = [new_code_cell("def double(x): return x + x"), new_markdown_cell("My proof.")]

    _, cells = mended(change)
    start = order(cells).index("def double(x): return x + x")
    assert order(cells)[start : start + 5] == [
        "def double(x): return x + x", "mini-double-check", "mini-double-hidden", "My proof.", "## mean-double",
    ]  # fmt: skip


def test_solutions_moved_to_the_end_take_their_tests_along():
    def change(nb):
        cell = find(nb, "mini-double")
        nb.cells.remove(cell)
        nb.cells.append(cell)

    mender, cells = mended(change)
    names = order(cells)
    assert names.index("mini-double") < names.index("mini-double-check") < names.index("mini-double-hidden")
    # Later tests may call what moved, so they follow it too.
    assert names.index("mini-double") < names.index("mini-mean-double-check") < names.index("mini-share-hidden")
    assert mender.notes[0].startswith("Moved before its solution")


def test_a_notebook_that_lost_all_marks_is_put_together_by_cell_ids():
    def change(nb):
        for cell in nb.cells:
            cell.metadata = {}

    mender, cells = mended(change)
    assert order(cells) == order(mini().cells)
    assert mender.notes == [f"Without its name, known by its cell id: {listing([record.name for record in records()])}."]
    assert "and 4 more" in mender.notes[0]


def test_cell_ids_are_valid_and_unique():
    def change(nb):
        for cell in nb.cells:
            cell.id = "same"
        del nb.cells[0]["id"]
        nb.cells[1]["id"] = "not valid!"

    _, cells = mended(change)
    ids = [cell.id for cell in cells]
    assert len(ids) == len(set(ids)) and find(type("N", (), {"cells": cells}), "mini-double").id == "mini-double"


def test_an_answer_wins_over_its_empty_copy_wherever_it_stands():
    def change(nb):
        proof = find(nb, "mini-proof")
        nb.cells.append(new_markdown_cell(proof.source, metadata=dict(proof.metadata)))
        proof.source = "Because."

    mender, cells = mended(change)
    assert find(type("N", (), {"cells": cells}), "mini-proof").source == "Because." and mender.person == []
