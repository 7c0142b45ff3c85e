"""Begin what takes longest, the imports of the warm process, while the command's own imports still go on."""

import sys
from pathlib import Path

from course.grading.kernels import zygote

ELSEWHERE = ("-h", "--help", "--scheduler")


def warm_up(arguments: list[str]) -> None:
    """Start the warm process if ``course grade`` with these arguments is likely to need it."""
    if sys.platform == "linux" and not any(word.split("=")[0] in ELSEWHERE for word in arguments) and _anything_new():
        zygote.shared()


def _anything_new() -> bool:
    """Whether something was handed in that has never been graded, as nbgrader's folders look by default."""
    return any(
        unit.is_dir() and not Path("autograded", unit.parent.name, unit.name).exists() for unit in Path("submitted").glob("*/*")
    )
