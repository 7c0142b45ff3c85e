"""How long the course's commands take, from nothing and again, in a copy of what is committed.

python benchmarks/commands.py [ROUNDS]

Times per notebook are of the whole command, its start included: that is what a person waits for.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import ROOT, environment, report, summary, take_turns, timed

sys.path.insert(0, str(ROOT))
from course.cli import ALL  # noqa: E402


def course(folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "course", *words]
    done = subprocess.run(
        command, cwd=folder, env=environment() | {"PYTHONPATH": str(folder)}, capture_output=True, text=True
    )
    if done.returncode > 1:  # 1 is a finding, such as a submission that was refused
        raise SystemExit(f"course {' '.join(words)} failed:\n{done.stdout}{done.stderr}")


def copy_of_what_is_committed(folder: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)


def from_nothing(folder: Path) -> None:
    """What a rebuild makes anew."""
    for name in ("source", "release", "submitted", "autograded", "reports"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for path in folder.glob("gradebook.db*"):
        path.unlink()


def main(rounds: int = 3) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        copy_of_what_is_committed(folder)
        steps = {"course --help": lambda: timed(course, folder, "--help")}
        steps["(clean)"] = lambda: timed(from_nothing, folder)
        steps |= {f"course {name}": lambda name=name: timed(course, folder, name) for name in ALL}
        steps["make course again"] = lambda: timed(course, folder, "all")
        seconds = take_turns(steps, rounds, warm_up=0)
        del seconds["(clean)"]
        notebooks = len(list(folder.glob("source/*/*.ipynb")))
        submitted = len(list(folder.glob("submitted/*/*/*.ipynb")))
    for name, count in (("build", notebooks), ("release", notebooks), ("grade", submitted)):
        seconds[f"course {name}, per notebook"] = [taken / count for taken in seconds[f"course {name}"]]
    base = "course --help"
    report("commands", summary(seconds, base), base, notebooks=notebooks, submitted=submitted)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
