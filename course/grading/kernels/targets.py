"""What a child of the warm process can be: a closed table, so that nobody can have it run anything else."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

LARGEST, MOST_FDS = 1 << 18, 32  # of a request: bytes of its JSON, descriptors that go with it

# name: (module with run(settings, fds), whether it lives in a jail, whether its standard output goes nowhere)
TARGETS = {
    "kernel": ("course.grading.kernels.kernel", True, True),
    "examiner": ("course.grading.rooms.process", False, False),
}


@dataclass(frozen=True)
class Target:
    """``run(settings, fds)`` is the child's whole life; when it returns, the child ends with exit code 0."""

    run: Callable[[dict, list[int]], None]
    jailed: bool
    quiet: bool


def load(name: str) -> Target:
    """Raises KeyError for a name that is not in the table."""
    module, jailed, quiet = TARGETS[name]
    return Target(importlib.import_module(module).run, jailed, quiet)
