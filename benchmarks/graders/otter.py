"""Otter-Grader's local run, ``otter run``, on notebooks with the same cells and the same tests.

It gets an environment of its own, in which the course's packages are found too. What is compared is the whole
command for each submission, since that is how Otter grades without containers.
"""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

TEST = '''OK_FORMAT = False
from otter.test_files import test_case

name = {name!r}
points = {points!r}
SOURCE = {source!r}


@test_case(points={points!r}, hidden=False)
def test_it(env):
    exec(compile(SOURCE, {name!r}, "exec"), env)
'''


def install(place: Path) -> str | None:
    """Make the environment; returns its ``otter``, or None where it cannot be had."""
    try:
        subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True)
        python = place / "bin" / "python"
        inside = subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True, capture_output=True, text=True
        )
        (Path(inside.stdout.strip()) / "course.pth").write_text(sysconfig.get_path("purelib") + "\n")
        subprocess.run([python, "-m", "pip", "install", "-q", "otter-grader>=6"], check=True, capture_output=True, timeout=600)
        subprocess.run([place / "bin" / "otter", "--version"], check=True, capture_output=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return str(place / "bin" / "otter")


def prepare(otter: str, sanitized: Path, place: Path) -> list[Path]:
    """Write the autograder and the submissions for it; returns the submissions."""
    tests, handed_in = place / "tests", place / "submitted"
    tests.mkdir(parents=True)
    handed_in.mkdir()
    notebooks = []
    for path in sorted(sanitized.glob("*.ipynb")):
        nb = json.loads(path.read_text())
        graded = [cell for cell in nb["cells"] if is_test(cell)]
        for cell in graded:
            mark = cell["metadata"]["nbgrader"]
            name = mark["grade_id"].replace("-", "_")
            (tests / f"{name}.py").write_text(TEST.format(name=name, points=mark["points"], source=cell["source"]))
        nb["cells"] = [cell for cell in nb["cells"] if not is_test(cell)]
        notebooks.append(handed_in / path.name)
        notebooks[-1].write_text(json.dumps(nb))
    (place / "otter_config.json").write_text(json.dumps({"show_hidden": True, "zips": False}))
    command = [otter, "generate", "-t", "tests", "-o", "autograder.zip", "--no-requirements", "--no-environment"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"otter generate failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return notebooks


def is_test(cell: dict) -> bool:
    mark = cell["metadata"].get("nbgrader", {})
    return cell["cell_type"] == "code" and bool(mark.get("grade")) and not mark.get("solution")
