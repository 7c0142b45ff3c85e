"""One notebook's execution as a function of plain data, so that it can happen ahead, in a thread, or elsewhere.

Its cells, the files beside it and the settings go in, and the executed notebook comes out. Nothing of the
course folder or of the gradebook is read or written on the way.
"""

import hashlib
import json
import platform
import threading
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import metadata
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from traitlets.config import Config
from traitlets.config.loader import DeferredConfigString

import course
from course.errors import CourseError
from course.grading import gate


class Stopped(Exception):
    """The execution was broken off because the grading was; there is no result."""


class TimedOut(Exception):
    """A cell ran out of time while others were executing beside it; that does not count yet."""


@dataclass(frozen=True)
class Job:
    """What an execution depends on. ``notebook`` is JSON; ``files`` maps paths beside it to their contents.

    ``settings`` holds, all as JSON values, ``traits`` and ``config`` of the step that executes, and ``at``: the
    names of student, assignment and notebook.
    """

    notebook: str
    files: dict[str, bytes] = field(repr=False)
    settings: dict

    @property
    def size(self) -> int:
        """Bytes, about."""
        return len(self.notebook) + sum(map(len, self.files.values()))

    @cached_property
    def key(self) -> str:
        """A SHA-256 of everything, so that a result is used for exactly what it was made from."""
        parts = [self.notebook, json.dumps(self.settings, sort_keys=True)]
        total = hashlib.sha256()
        for part in [*(text.encode() for text in parts), *(x for name in sorted(self.files) for x in (name.encode(), self.files[name]))]:
            total.update(len(part).to_bytes(8, "big") + part)
        return total.hexdigest()


def job_of(step, nb: NotebookNode, resources: dict, files: dict[str, bytes]) -> Job:
    """The job of executing ``nb`` as the preprocessor ``step`` would."""
    at = resources.get("nbgrader", {})
    settings = {
        "traits": _plain({name: getattr(step, name) for name in step.trait_names(config=True) if _travels(step, name)}),
        "config": {name: found for name, section in step.config.items() if (found := _plain(dict(section)))},
        "at": {name: at[name] for name in ("student", "assignment", "notebook") if name in at},
    }
    return Job(json.dumps(nb, ensure_ascii=False, sort_keys=True), files, settings)


def _travels(step, name: str) -> bool:
    # What has a value by default gets it again; the first two say nothing about the execution itself.
    return name not in ("enabled", "workers") and step.trait_has_value(name)


def _plain(values: dict) -> dict:
    """The values that JSON can carry; classes and functions stay at home."""
    kept = {}
    for name, value in values.items():
        try:
            kept[name] = json.loads(json.dumps(value))
        except (TypeError, ValueError):
            continue
    return kept


def _deferred(values: dict) -> dict:
    """Text from a command line is read by the trait that it is for; JSON does not say which text that is."""
    return {name: DeferredConfigString(value) if isinstance(value, str) else value for name, value in values.items()}


def files_in(*folders: Path) -> dict[str, bytes]:
    """The ordinary files below some folders, by relative path, without notebooks; a later folder overrules."""
    found = {}
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb" and ".ipynb_checkpoints" not in path.parts:
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def execute(notebook: str, files: dict[str, bytes], settings: dict, first_try: bool = False) -> str:
    """Execute a notebook (JSON) in a private folder that holds ``files``; returns the executed notebook (JSON).

    Raises :class:`Stopped` when :func:`stop_all` broke it off and, with ``first_try``, :class:`TimedOut` at the
    first cell that runs out of time.
    """
    from course.grading.execute import ExecuteNotebook  # which in turn needs this module

    traits, config = settings["traits"], Config({name: _deferred(found) for name, found in settings["config"].items()})
    step = ExecuteNotebook(config=config, **traits)
    step.first_try = first_try
    with gate.run_folder() as place:
        for name, content in files.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
        resources = {"metadata": {"path": str(place)}, "nbgrader": dict(settings["at"])}
        _Running.add(step)
        try:
            nb, _ = step.execute_notebook(nbformat.from_dict(json.loads(notebook)), resources)
        except Exception:
            if step.stopped:  # whatever the sudden end of its kernel made it raise
                raise Stopped from None
            raise
        finally:
            _Running.remove(step)
    if step.stopped:
        raise Stopped
    return json.dumps(nb, ensure_ascii=False)


def execute_among_others(notebook: str, files: dict[str, bytes], settings: dict) -> str:
    """Like :func:`execute`, side by side with others; what ran out of time is run once more alone on this machine."""
    try:
        with gate.among_others():
            return execute(notebook, files, settings, first_try=True)
    except TimedOut:
        pass
    with gate.alone():
        return execute(notebook, files, settings)


class _Running:
    """The steps at work in this process, so that an interrupt can end their kernels."""

    steps: set = set()
    lock = threading.Lock()

    @classmethod
    def add(cls, step) -> None:
        with cls.lock:
            cls.steps.add(step)

    @classmethod
    def remove(cls, step) -> None:
        with cls.lock:
            cls.steps.discard(step)


def stop_all() -> None:
    """End every execution of this process; each raises :class:`Stopped`."""
    with _Running.lock:
        steps = list(_Running.steps)
    for step in steps:
        step.stop()


def execute_there(notebook: str, files: dict[str, bytes], settings: dict, asked_by: dict) -> str:
    """A worker's task: :func:`execute_among_others`, if this machine has what the asking one has.

    Raises CourseError where it has not: other versions can give other scores.
    """
    mine = fingerprint()
    other = [f"{name} {mine[name]} where {version} is asked for" for name, version in asked_by.items() if mine[name] != version]
    if other:
        raise CourseError(f"a worker on {platform.node()} has {', '.join(other)}; install the same there.")
    return execute_among_others(notebook, files, settings)


@lru_cache
def fingerprint() -> dict[str, str]:
    """What scores may depend on: versions, and a digest of the course's own code."""
    found = {"Python": ".".join(platform.python_version_tuple()[:2])}
    for package in ("numpy", "torch", "ipykernel"):
        found[package] = metadata.version(package)
    total = hashlib.sha256()
    package = Path(course.__file__).parent
    for path in sorted(package.rglob("*.py")):
        total.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return found | {"course": total.hexdigest()[:12]}
