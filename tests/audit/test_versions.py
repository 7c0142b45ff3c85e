"""Which versions the audit asks pip for. Environments are not made here: PyTorch alone is gigabytes."""

import re
from pathlib import Path

from course.audit import versions

ROOT = Path(__file__).resolve().parents[2]
TEXT = '[project]\ndependencies = ["numpy>=2.0", "torch>=2.4,<3", "numpydoc>=1", "ipykernel>=6.29"]\n'


def test_the_oldest_are_the_lower_bounds_and_nothing_else_is_pinned():
    assert versions.requirements(TEXT, "oldest") == ["numpy==2.0", "torch==2.4", "numpydoc>=1", "ipykernel>=6.29"]


def test_the_newest_are_free_within_the_bounds():
    assert versions.requirements(TEXT, "newest") == ["numpy>=2.0", "torch>=2.4,<3", "numpydoc>=1", "ipykernel>=6.29"]


def test_the_course_itself_has_bounds_to_go_by():
    pinned = [one for one in versions.requirements((ROOT / "pyproject.toml").read_text(), "oldest") if "==" in one]
    assert [re.split("==", one)[0] for one in pinned] == ["numpy", "torch"]
