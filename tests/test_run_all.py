"""Restart and run all, and cells run out of order, in every released notebook and every solved one.

One kernel stands for many: its names are forgotten between two notebooks, its imports are not.
"""

import json
from pathlib import Path

import pytest

from course import lab
from course.delivery import deliver, held
from course.progress import record
from course.released import find_release, read_units
from tests.progress.kernel import Kernel

ROOT = Path(__file__).parents[1]
UNITS = read_units(find_release())
FORGET = "for _name in set(globals()) - _first:\n    if not _name.startswith('_'): del globals()[_name]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("learner") / "workspace"
    with held(place):
        deliver(find_release(), place)
    return place


@pytest.fixture(scope="module")
def kernel(folder):
    with Kernel(folder, options=[f"--IPKernelApp.extra_extensions={lab.EXTENSION}"]) as running:
        yield running


def restart(kernel, folder, unit):
    """As a fresh kernel beside the unit's notebook."""
    kernel.run("%reset -f")
    kernel.run(f"import os, pathlib\nfrom course.progress import listen\nlisten._start = pathlib.Path({str(folder / unit.folder)!r})\nos.chdir(listen._start)")
    kernel.run("%reset -f")


def results(folder, unit):
    lines = record.read(folder)
    return {each.id: lines[each.id].result for each in unit.checked if each.id in lines}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_notebook_that_nobody_touched_runs_to_its_end(kernel, folder, unit):
    """Nothing but the checks fails, each with its own message, and each is written down as tried."""
    restart(kernel, folder, unit)
    failed = []
    for cell in unit.cells:
        if cell.kind == "code" and (ran := kernel.run(cell.source, cell.id)).error:
            failed.append(cell.id)
            assert ran.error == "CheckFailed" and "not written yet" in " ".join(ran.shown.split()), f"{cell.id}: {ran.shown}"
    assert failed == [f"{each.id}-check" for each in unit.checked]
    assert results(folder, unit) == {each.id: "failed" for each in unit.checked}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_each_cell_alone_after_the_first_gives_a_sentence_and_no_riddle(kernel, folder, unit):
    restart(kernel, folder, unit)
    first, *others = [cell for cell in unit.cells if cell.kind == "code"]
    for cell in others[:3]:  # before the first cell
        ran = kernel.run(cell.source, cell.id)
        assert not ran.error or "run the first code cell of this notebook" in ran.shown, f"{cell.id}: {ran.shown}"
    assert kernel.run(first.source, first.id).error is None
    kernel.run("_first = set(globals()) | {'_first'}")
    sentences = 0
    for cell in others:
        ran = kernel.run(cell.source, cell.id)
        if ran.error:
            assert "Traceback" not in ran.shown, f"{cell.id}: {ran.shown}"
            assert "cannot run yet" in ran.shown or "does not pass yet" in ran.shown, f"{cell.id}: {ran.shown}"
            sentences += "is not defined: " in ran.shown or "is not defined" in ran.shown
        kernel.run(FORGET)
    assert sentences >= len(unit.checked), "every check needs the function that it checks"


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_solved_notebook_runs_to_its_end_and_all_of_it_counts(kernel, folder, unit):
    restart(kernel, folder, unit)
    for cell in json.loads((ROOT / "source" / unit.name).read_bytes())["cells"]:
        if cell["cell_type"] == "code":
            ran = kernel.run("".join(cell["source"]), cell["id"])
            assert ran.error is None, f"{cell['id']}: {ran.shown}"
    assert results(folder, unit) == {each.id: "passed" for each in unit.checked}
