"""How much memory the grading process has while a large class is graded.

python benchmarks/memory.py [LEARNERS] [--unit UNIT]

A class with submissions that lack the cells no test leans on is graded by ``course grade`` and by plain ``nbgrader
autograde`` with this configuration. Every half second it is noted how many are graded, and how much memory of its own
(``RssAnon`` of /proc) the process has that reads, writes and waits; the warm process and the kernels are other ones, and
bounded one by one. Writes memory.json and memory.md to results/.
"""

import argparse
import json
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graders import classroom
from measure import RESULTS, environment

STEPS = 10
COMMANDS = {"course grade": ["course", "grade"], "nbgrader autograde, this configuration": ["nbgrader", "autograde"]}


def held(pid: int) -> float:
    """MB of its own that a process has in memory now, 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)


def followed(command: list[str], place: Path) -> list[tuple[int, float]]:
    """Grade the class in ``place``; how many were graded and MB, every half second. SystemExit when it fails."""
    seen = []
    with (place / "said").open("w") as said:
        process = subprocess.Popen([sys.executable, "-m", *command], cwd=place, env=environment(), stdout=said, stderr=said)
        while process.poll() is None:
            if memory := held(process.pid):
                graded = sum(1 for _ in (place / "autograded").iterdir()) if (place / "autograded").exists() else 0
                seen.append((graded, memory))
            time.sleep(0.5)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{(place / 'said').read_text()[-2000:]}")
    return seen


def by_steps(seen: list[tuple[int, float]], learners: int) -> list[float]:
    """The median of MB in each tenth of the class."""
    bounds = [round(learners * i / STEPS) for i in range(STEPS + 1)]
    return [
        round(statistics.median(memory for graded, memory in seen if low < graded <= high), 1)
        for low, high in zip(bounds, bounds[1:])
    ]


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("learners", nargs="?", type=int, default=1000)
    parser.add_argument("--unit", default="neurons")
    args = parser.parse_args(argv)
    if args.learners < 10 * STEPS or sys.platform != "linux":
        raise SystemExit(f"memory.py: needs Linux's /proc, and at least {10 * STEPS} learners, so that each tenth is seen.")
    place = Path(tempfile.mkdtemp(prefix="memory-"))
    try:
        course = classroom.write_class(place / "made", args.unit, args.learners, trimmed=True)
        rows = {}
        for name, command in COMMANDS.items():
            home = classroom.copy(course, place / "graded")
            rows[name] = by_steps(followed([*command, args.unit], home), args.learners)
            shutil.rmtree(home)
            print(f"{name}: {', '.join(f'{each:.0f}' for each in rows[name])} MB", flush=True)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    write(args.unit, args.learners, rows)


def write(unit: str, learners: int, rows: dict[str, list[float]]) -> None:
    """Print the table, and keep it."""
    command = f"python benchmarks/memory.py {learners} --unit {unit}"
    upto = [round(learners * (i + 1) / STEPS) for i in range(STEPS)]
    lines = [
        f"# The grading process's memory over {learners:,} submissions of `{unit}`",
        "",
        f"Written by `{command}` ({platform.system()}, Python {platform.python_version()}). Median MB while so many were graded; "
        "the last column is the last tenth against the middle.",
        "",
        f"| up to | {' | '.join(map(str, upto))} | last : middle |",
        "|---" * (STEPS + 2) + "|",
    ]
    for name, found in rows.items():
        lines.append(f"| {name} | {' | '.join(f'{each:.0f}' for each in found)} | {found[-1] / found[STEPS // 2 - 1]:.2f} |")
    text = "\n".join(lines) + "\n"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "memory.md").write_text(text)
    (RESULTS / "memory.json").write_text(json.dumps({"command": command, "upto": upto, "MB": rows}, indent=1) + "\n")
    print(text)


if __name__ == "__main__":
    main()
