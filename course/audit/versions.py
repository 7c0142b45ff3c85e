"""The same scores with the oldest and the newest NumPy and PyTorch that ``pyproject.toml`` allows.

Each has an environment of its own below the reports' folder, made once: with the learners' packages, those two at the
chosen versions. PyTorch's older builds for Linux bring gigabytes of GPU packages; ``PIP_CONSTRAINT`` and pip's other
settings apply, so that a site with builds for the processor alone can name them.
"""

import re
import subprocess
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path

from course.audit import steady
from course.errors import CourseError
from course.grading.course import Course

CHOICES = ("oldest", "newest")
VARIED = ("numpy", "torch")
SHOW = "import numpy, torch; print('NumPy', numpy.__version__, 'PyTorch', torch.__version__)"


def report(course: Course, units: list[str], which: str, out: Path, say: Callable[[str], None]) -> int:
    """Score the masters and the bank with those libraries. Returns 1 when a score differs from today's, else 0."""
    python = environment(course.root, which, out / "environments" / which, say)
    say(f"{which}: {subprocess.run([python, '-c', SHOW], capture_output=True, text=True).stdout.strip()}")
    return max(steady.compare(course, unit, {which: steady.with_python(str(python))}, say) for unit in units)


def requirements(text: str, which: str) -> list[str]:
    """What to install, from the text of ``pyproject.toml``: the learners' packages, the varied ones pinned or free.

    The oldest version is the one that the lower bound names; the newest is the index's, within the bounds.
    """
    asked = tomllib.loads(text)["project"]["dependencies"]
    if which == "newest":
        return asked
    return [re.sub(r">=\s*([\w.]+).*", r"==\1", one) if re.split(r"\W", one)[0] in VARIED else one for one in asked]


def environment(root: Path, which: str, place: Path, say: Callable[[str], None]) -> Path:
    """The Python of an environment with those versions; made, or made anew, when the requirements changed.

    Raises CourseError when pip cannot install them.
    """
    wanted = requirements((root / "pyproject.toml").read_text(encoding="utf-8"), which)
    python, stamp = place / "bin" / "python", place / "requirements.txt"
    if stamp.exists() and stamp.read_text(encoding="utf-8").split("\n") == wanted and python.exists():
        return python
    say(f"{which}: an environment is made in {place.name}; PyTorch alone may take minutes.")
    venv.create(place, with_pip=True, clear=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--no-cache-dir", "--upgrade", *wanted]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).split("\n")
        last = next((line for line in reversed(said) if line.startswith("ERROR")), said[-1])
        raise CourseError(f"pip cannot install {', '.join(one for one in wanted if one.startswith(VARIED))}: {last}")
    stamp.write_text("\n".join(wanted), encoding="utf-8")
    return python
