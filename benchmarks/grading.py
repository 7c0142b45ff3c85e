"""The same class graded by stock nbgrader, by this engine in several ways, by Otter-Grader, and the floor below them.

python benchmarks/grading.py [LEARNERS] [--unit UNIT] [--rounds N] [--exercises N | --trimmed] [--without NAME ...]

All rivals take turns in one run. Times are of whole commands, their start included, divided by the number of
notebooks. Writes grading.json, grading.md and grading.svg to results/; grading-8.* for --exercises 8, where the
unit's notebooks end after eight exercises; grading-trimmed.* for --trimmed, in which the submissions lack the cells
that no test leans on, so that overhead is seen and not figures.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from graders import classroom, otter, report, spent
from measure import RESULTS, ROOT, take_turns

PYTHON = sys.executable
STOCK, GRADE, SERIAL = "stock nbgrader autograde", "course grade", "course grade --workers 1"
PLAIN, UNJAILED = "nbgrader autograde, this configuration", "course grade, jail off"
FLOOR, FLOOR_ALL, OTTER = "floor: IPython in forks, one core", "floor, all cores", "Otter-Grader, otter run"
NAMES = (STOCK, GRADE, SERIAL, UNJAILED, PLAIN, FLOOR, FLOOR_ALL, OTTER)
TRACED = 15  # submissions in the runs that tell where the time goes
OTTER_MOST = 5  # submissions that Otter grades in a round; each is a command of its own
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


class Class:
    """The class in its folders, and a function for each rival that grades it once and returns seconds a notebook."""

    def __init__(self, place: Path, unit: str, learners: int, chosen: tuple[str, ...], **cut):
        self.place, self.unit = place, unit
        course = classroom.write_class(place / "made", unit, learners, **cut)
        self.sanitized = classroom.sanitized(course, unit, place / "sanitized")
        self.notebooks = len(list(self.sanitized.iterdir()))
        self.cpu: dict[str, list[float]] = {}
        self.points: dict[str, dict] = {}
        self.homes = {name: classroom.copy(course, place / name) for name in (GRADE, SERIAL, PLAIN) if name in chosen}
        if UNJAILED in chosen:
            self.homes[UNJAILED] = classroom.copy(course, place / UNJAILED, classroom.UNJAILED)
        if STOCK in chosen:
            self.homes[STOCK] = classroom.stock(course, unit, place / STOCK)
        self.otter = otter.install(place / "otter-environment") if OTTER in chosen else None
        if self.otter:
            self.for_otter = otter.prepare(self.otter, self.sanitized, place / "otter")[:OTTER_MOST]

    def rivals(self, chosen: tuple[str, ...]) -> dict:
        return {name: lambda name=name: self._run(name) for name in chosen if name != OTTER or self.otter}

    def command(self, name: str) -> list[str]:
        if name in (STOCK, PLAIN):
            return ["nbgrader", "autograde", self.unit]
        return ["course", "grade", self.unit, *(["--workers", "1"] if name == SERIAL else [])]

    def _run(self, name: str) -> float:
        if name == OTTER:
            return self._run_otter()
        if name in (FLOOR, FLOOR_ALL):
            workers = "1" if name == FLOOR else str(CORES)
            script = str(ROOT / "benchmarks" / "graders" / "floor.py")
            used = spent.run([PYTHON, script, str(self.sanitized), workers], self.place)
        else:
            classroom.fresh(self.homes[name])
            used = spent.run([PYTHON, "-m", *self.command(name)], self.homes[name])
            self.points[name] = classroom.points(self.homes[name])
        return self._note(name, used, self.notebooks)

    def _run_otter(self) -> float:
        total = spent.Spent(0.0, 0.0)
        for path in self.for_otter:
            command = [self.otter, "run", "-a", "autograder.zip", "-o", ".", "--no-logo", str(path)]
            used = spent.run(command, self.place / "otter", NBGRADER_EXECUTION="autograde")  # no pictures, as elsewhere
            total = spent.Spent(total.wall + used.wall, total.cpu + used.cpu)
        return self._note(OTTER, total, len(self.for_otter))

    def _note(self, name: str, used: spent.Spent, notebooks: int) -> float:
        self.cpu.setdefault(name, []).append(used.cpu / notebooks)
        print(f"  {name}: {used.wall / notebooks:.3f} s a notebook, {used.cpu / notebooks:.3f} s of processor time", flush=True)
        return used.wall / notebooks

    def check_points(self) -> None:
        """SystemExit unless this engine gave the same points in every way that it ran."""
        ours = {name: points for name, points in self.points.items() if name != STOCK}
        for name, points in ours.items():
            if points != next(iter(ours.values())):
                raise SystemExit(f"'{name}' gave other points than '{next(iter(ours))}'")

    def parts(self, name: str) -> dict:
        """Where the time of one rival goes: milliseconds and entries of each part, a notebook."""
        home = self.homes[name]
        classroom.fresh(home)
        few = sorted((home / "submitted").iterdir())
        for learner in few[TRACED:]:
            shutil.rmtree(learner)
        notebooks = self.notebooks * min(TRACED, len(few)) // len(few)
        script, result = str(ROOT / "benchmarks" / "graders" / "traced.py"), self.place / "traced.json"
        spent.run([PYTHON, script, str(result), *self.command(name)], home)
        found = json.loads(result.read_text())
        of = {part: {"ms": round(1e3 * taken / notebooks, 1)} for part, taken in found["seconds"].items()}
        for part, count in found["entered"].items():
            of[part]["times"] = round(count / notebooks, 2)
        return {"notebooks": notebooks, "whole_ms": round(1e3 * found["whole"] / notebooks, 1), "parts": of}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("learners", nargs="?", type=int, default=60)
    parser.add_argument("--unit", default="neurons")
    parser.add_argument("--rounds", type=int, default=3)
    cut = parser.add_mutually_exclusive_group()
    cut.add_argument("--exercises", type=int)
    cut.add_argument("--trimmed", action="store_true")
    parser.add_argument("--without", nargs="*", default=[], choices=NAMES, metavar="NAME")
    args = parser.parse_args(argv)
    chosen = tuple(name for name in NAMES if name not in args.without)
    spent.adopt_orphans()
    place = Path(tempfile.mkdtemp(prefix="grading-"))
    try:
        made = Class(place, args.unit, args.learners, chosen, trimmed=args.trimmed, exercises=args.exercises)
        print(f"{args.learners} learners, unit '{args.unit}', {made.notebooks} notebooks, {CORES} cores", flush=True)
        seconds = take_turns(made.rivals(chosen), args.rounds, warm_up=0)
        made.check_points()
        parts = {name: made.parts(name) for name in (STOCK, SERIAL) if name in chosen}
    finally:
        shutil.rmtree(place, ignore_errors=True)
    base = STOCK if STOCK in chosen else chosen[0]
    rows = [
        {
            "name": name,
            "wall_s": round(statistics.median(taken), 4),
            "low_s": round(min(taken), 4),
            "high_s": round(max(taken), 4),
            "cpu_s": round(statistics.median(made.cpu[name]), 4),
            "times_faster": round(statistics.median(seconds[base]) / statistics.median(taken), 2),
            "rounds": len(taken),
        }
        for name, taken in seconds.items()
    ]
    facts = {
        "command": "python benchmarks/grading.py " + " ".join(map(str, sys.argv[1:] if argv is None else argv)),
        "machine": {"system": platform.system(), "python": platform.python_version(), "cores": CORES},
        "unit": args.unit, "learners": args.learners, "notebooks": made.notebooks, "trimmed": args.trimmed, "exercises": args.exercises, "base": base,
        "absent": [] if OTTER not in chosen or made.otter else [f"{OTTER}: it could not be installed"],
    }  # fmt: skip
    cut = "-trimmed" if args.trimmed else f"-{args.exercises}" if args.exercises else ""
    report.write(RESULTS / f"grading{cut}", facts, rows, parts)


if __name__ == "__main__":
    main()
