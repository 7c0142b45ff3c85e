"""What the second room costs: a class graded with and without it, and the time of a test cell.

python benchmarks/rooms.py [LEARNERS] [--rounds N]

Both ways grade the same class with `course grade`, and take turns. The test cells are those of two solved notebooks,
each executed in both ways; their time is all that lies between handing a cell over and having its outputs.
Writes rooms_class.json, and rooms_cell_*.json for each of the two units, to results/.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from graders import classroom, spent
from measure import ROOT, report, summary, take_turns

sys.path.insert(0, str(ROOT))
import nbformat  # noqa: E402

from course.grading import ahead  # noqa: E402
from course.grading.execute import ExecuteNotebook  # noqa: E402
from nbgrader.converters import Autograde  # noqa: E402
from nbgrader.utils import is_grade, is_solution  # noqa: E402

ONE, TWO = "one room", "two rooms"
UNITS = ("neurons", "logistic_regression")
OFF = "\nc.ExecuteNotebook.two_rooms = False\n"


class Timed(ExecuteNotebook):
    """Notes the seconds of each test cell."""

    def _preprocess_cell(self, cell, resources, index, step):
        start = time.perf_counter()
        try:
            return super()._preprocess_cell(cell, resources, index, step)
        finally:
            if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell) and step != self.pin:
                self.taken.append(time.perf_counter() - start)


def executed(job, two_rooms: bool) -> list[float]:
    """The seconds of the notebook's test cells."""
    step = Timed(timeout=60, two_rooms=two_rooms, shutdown_kernel="immediate")
    step.taken = []
    nb = nbformat.from_dict(json.loads(job.notebook))
    with tempfile.TemporaryDirectory() as place:
        nb, _ = step.execute_notebook(nb, {"metadata": {"path": place}, "nbgrader": dict(job.settings["at"])})
    wrong = [cell.metadata["nbgrader"]["grade_id"] for cell in nb.cells if is_grade(cell) and any("ename" in one for one in cell.get("outputs", []))]
    if wrong:
        raise SystemExit(f"a solved notebook failed its tests: {', '.join(wrong)}")
    return step.taken


def solved(place: Path, unit: str) -> object:
    """What is executed of a right submission."""
    course = classroom.write_class(place, unit, 2, trimmed=True)
    desk = ahead.Desk(Autograde(coursedir=course.dirs, parent=course.app))
    return next(iter(desk.jobs(unit, "learner-0001", list(course.records(unit)))))


def cells(place: Path, rounds: int) -> None:
    for unit in UNITS:
        job = solved(place / unit, unit)
        taken: dict[str, list[float]] = {ONE: [], TWO: []}

        def once(way: str) -> float:
            found = executed(job, way == TWO)
            taken[way].append(statistics.median(found))
            return sum(found) / len(found)

        seconds = take_turns({way: lambda way=way: once(way) for way in taken}, rounds)
        print(f"\na test cell of '{unit}', the mean of a notebook:")
        medians = {way: round(statistics.median(found[1:]), 6) for way, found in taken.items()}
        report(f"rooms_cell_{unit}", summary(seconds, ONE), ONE, unit=unit, median_cell_s=medians)


def graded(place: Path, learners: int, rounds: int) -> None:
    unit = UNITS[0]
    course = classroom.write_class(place / "made", unit, learners)
    homes = {TWO: classroom.copy(course, place / "two"), ONE: classroom.copy(course, place / "one", OFF)}
    points = {}

    def once(way: str) -> float:
        classroom.fresh(homes[way])
        used = spent.run([sys.executable, "-m", "course", "grade", unit], homes[way])
        points[way] = classroom.points(homes[way])
        return used.wall / learners

    seconds = take_turns({way: lambda way=way: once(way) for way in (ONE, TWO)}, rounds, warm_up=0)
    same = sum(points[ONE][learner] == points[TWO][learner] for learner in points[ONE])
    print(f"\na notebook of a class of {learners}, unit '{unit}', 'course grade' and its start included:")
    report("rooms_class", summary(seconds, ONE), ONE, unit=unit, learners=learners, same_points=same)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("learners", nargs="?", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    spent.adopt_orphans()
    place = Path(tempfile.mkdtemp(prefix="rooms-"))
    try:
        cells(place, args.rounds)
        graded(place, args.learners, args.rounds)
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
