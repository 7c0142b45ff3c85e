"""nbgrader's generate_assignment, run in this process with the course's own configuration."""

import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from nbgrader.utils import is_grade, is_locked, is_solution
from traitlets.config import Config, PyFileConfigLoader
from traitlets.utils.importstring import import_item

from course.authoring.places import CONFIG
from course.errors import CourseError


@dataclass(frozen=True)
class Saved:
    """What nbgrader's gradebook records of one cell; ``points`` None where it is not graded."""

    name: str
    points: float | None
    solution: bool
    locked: bool
    kind: str
    source: str
    checksum: str | None


class Remember(SaveCells):
    """Stands where SaveCells stands, and keeps the cells instead of writing them to a gradebook."""

    def preprocess(self, nb, resources):
        graded = [cell for cell in nb.cells if is_grade(cell) or is_solution(cell) or is_locked(cell)]
        resources["saved"] = [saved(cell) for cell in graded]
        return nb, resources


def saved(cell: dict) -> Saved:
    """The record of one nbgrader cell."""
    own = cell.metadata.nbgrader
    points = float(own["points"]) if is_grade(cell) else None
    return Saved(
        own["grade_id"], points, is_solution(cell), is_locked(cell), cell.cell_type, cell.source, own.get("checksum")
    )


def load_config(root: Path) -> Config:
    """nbgrader's configuration for the course at ``root``."""
    return PyFileConfigLoader(CONFIG, path=str(root)).load_config()


def course_directory(root: Path, **own) -> CourseDirectory:
    """nbgrader's view of the course at ``root``; ``own`` are traits that override the configuration."""
    return CourseDirectory(config=load_config(root), **own)


def _generator(root: Path, log: logging.Logger | None = None, **own) -> GenerateAssignment:
    config = load_config(root)
    directory = CourseDirectory(config=config, log=log or _silent(), **own)
    return GenerateAssignment(coursedir=directory, config=config, log=log or _silent(), force=True)


class Unsolver:
    """Releases masters in memory: nbgrader's steps, without its folders and its gradebook."""

    def __init__(self, root: Path):
        generator = _generator(root)
        self.exporter = NotebookExporter(config=generator.config, log=_silent())
        for step in generator.preprocessors:
            step = import_item(step) if isinstance(step, str) else step
            self.exporter.register_preprocessor(Remember if issubclass(step, SaveCells) else step)

    def release(self, master: nbformat.NotebookNode, unit: str, name: str) -> tuple[bytes, list[Saved]]:
        """The released notebook's bytes, and what the gradebook is to know of its cells."""
        own = {"student": ".", "assignment": unit, "notebook": name, "db_url": ""}
        text, resources = self.exporter.from_notebook_node(master, {"nbgrader": own, "unique_key": name})
        return text.encode(), resources["saved"]


def generate(unit: str, root: Path, verbose: bool = False) -> dict[Path, bytes]:
    """Run generate_assignment for one unit; its cells go to the gradebook, its files come back.

    nbgrader deletes what it was to write when it fails, so it writes to a folder of its own here.
    """
    log, lines = _listening(verbose)
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        generator = _generator(root, log, assignment_id=unit, release_directory=folder)
        try:
            generator.start()
        except NbGraderException as error:
            said = [line for line in "\n".join(lines).splitlines() if line.strip()]
            errors = [line for line in said if "Error:" in line or "Exception:" in line] or said or [str(error)]
            raise CourseError(
                f"source/{unit}/: nbgrader could not release it ({errors[-1].strip()}); "
                f"course release {unit} --verbose shows its whole log."
            ) from None
        found = Path(folder) / unit
        return {path.relative_to(found): path.read_bytes() for path in sorted(found.rglob("*")) if path.is_file()}


def _silent() -> logging.Logger:
    log = logging.Logger("release")
    log.addHandler(logging.NullHandler())
    return log


def _listening(verbose: bool) -> tuple[logging.Logger, list[str]]:
    """A logger that shows everything when verbose, and else keeps the errors for one sentence."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record):
            if record.levelno >= logging.ERROR:
                lines.append(record.getMessage())

    log = logging.Logger("release", logging.DEBUG if verbose else logging.INFO)
    log.addHandler(Keep())
    if verbose:
        log.addHandler(logging.StreamHandler())
    return log, lines
