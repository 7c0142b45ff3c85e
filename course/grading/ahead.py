"""Executing notebooks before nbgrader comes to them.

nbgrader sanitizes and executes one notebook after the other. Here the sanitized notebook of a coming submission
is made in memory, and its execution begins; when nbgrader gets there, :func:`executed` hands it the result,
provided that exactly that notebook, those files and those settings were executed.
"""

import json
import logging
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbgrader import utils
from nbgrader.converters import Autograde
from nbformat.notebooknode import NotebookNode
from traitlets.utils.importstring import import_item

from course.grading import execution, gradebooks, intake
from course.grading.execution import Job
from course.grading.pool import Pool, cores
from course.grading.restore import STORY

_QUIET = logging.getLogger("course.grading.ahead")  # nbgrader will log the same when its turn comes
_QUIET.addHandler(logging.NullHandler())
_QUIET.propagate = False
# What the steps before the execution made of a submitted notebook: its path to its text and its story.
prepared: dict[Path, tuple[str, NotebookNode]] = {}
MOST_PREPARED = 300
MOST_BEGUN, MOST_BYTES = 50, 50_000_000
_given: list[dict[str, Future]] = []


def executed(step, nb: NotebookNode, resources: dict) -> NotebookNode:
    """The executed notebook, for the preprocessor ``step``: from what ran ahead, or executed now."""
    job = execution.job_of(step, nb, resources, execution.files_in(resources["metadata"]["path"]))
    converter = getattr(step.parent, "parent", None)
    if _given and job.key in _given[-1]:
        result = _given[-1].pop(job.key).result()
    elif not _given and isinstance(converter, Autograde):
        result = LookAhead.of(converter, step).result(job, resources["nbgrader"])
    else:
        result = execution.execute(job.notebook, job.files, job.settings)
    return nbformat.from_dict(json.loads(result))


def done(begun: dict):
    """The first key under which every future is done, None while there is none; the values map anything to futures."""
    return next((key for key, futures in begun.items() if all(future.done() for future in futures.values())), None)


def room(begun: dict, least: int, sizes: dict) -> bool:
    """Whether to prepare one submission more than those ``begun``: up to ``least`` always; and while none of them is done,
    which at first takes until the warm process has imported its libraries, up to MOST_BEGUN, of bounded ``sizes`` (bytes)."""
    if len(begun) < least:
        return True
    return len(begun) < MOST_BEGUN and sum(sizes.values()) < MOST_BYTES and done(begun) is None


@contextmanager
def given(results: dict[str, Future]):
    """Let :func:`executed` take its results, by the job's key, from ``results``."""
    _given.append(results)
    try:
        yield
    finally:
        _given.pop()


class Desk:
    """Makes the jobs of submissions as nbgrader's converter will make them."""

    def __init__(self, converter: Autograde):
        gradebooks.keep_open()
        self.dirs = converter.coursedir
        self.exporter = converter.exporter_class(parent=converter, config=converter.config)
        steps = [import_item(step) if isinstance(step, str) else step for step in converter.autograde_preprocessors]
        self.step = next(step for step in steps if hasattr(step, "execute_notebook"))(parent=self.exporter)
        self.exporter.log = _QUIET
        for preprocessor in converter.sanitize_preprocessors:
            self.exporter.register_preprocessor(preprocessor)

    def jobs(self, unit: str, learner: str, notebooks: list[str]) -> list[Job]:
        """One job for each notebook; ``notebooks`` are names. Raises whatever a broken submission makes it raise."""
        submitted, source = self._folder("submitted", unit, learner), self._folder("source", unit, ".")
        files = {}
        for folder in (submitted, source):
            for path in utils.find_all_files(str(folder), [*self.dirs.ignore, "*.ipynb"]):
                files[Path(path).relative_to(folder).as_posix()] = Path(path).read_bytes()
        jobs = []
        for name in notebooks:
            at = {"student": learner, "assignment": unit, "notebook": name, "db_url": self.dirs.db_url}
            resources = {"unique_key": name, "output_files_dir": f"{name}_files", "nbgrader": at}
            path = submitted / f"{name}.ipynb"
            prepared.pop(path, None)
            text, resources = self.exporter.from_filename(str(path), resources=resources)
            nb = intake.parsed(text)
            prepared[path] = (text, nb.metadata[STORY])
            while len(prepared) > MOST_PREPARED:
                del prepared[next(iter(prepared))]
            jobs.append(execution.job_of(self.step, nb, resources, files))
        return jobs

    def _folder(self, step: str, unit: str, learner: str) -> Path:
        return Path(self.dirs.format_path(getattr(self.dirs, f"{step}_directory"), learner, unit))


class LookAhead:
    """Executes the submissions that a plain ``nbgrader autograde`` will come to next, a bounded number of them."""

    @classmethod
    def of(cls, converter, step) -> "LookAhead":
        """The one of this converter."""
        if not hasattr(converter, "course_look_ahead"):
            converter.course_look_ahead = cls(converter, step.workers or cores())
        return converter.course_look_ahead

    def __init__(self, converter: Autograde, workers: int):
        self.converter, self.pool = converter, Pool(workers)
        self.desk = Desk(converter)
        self.coming = sorted(converter.assignments)
        self.next = 0
        self.ahead: dict[int, dict[str, Future]] = {}
        self.sizes: dict[int, int] = {}

    def result(self, job: Job, at: dict) -> str:
        """The executed notebook (JSON) of nbgrader's current notebook, while the next ones begin."""
        here = self._place(at)
        for passed in [place for place in self.ahead if place < here]:
            del self.sizes[passed]
            for future in self.ahead.pop(passed).values():
                future.cancel()  # nbgrader did not want it
        mine = self.ahead.get(here, {})
        future = mine.pop(job.key, None) or self.pool.submit(job)
        self.next = max(self.next, here + 1)
        while self.next < len(self.coming) and room(self.ahead | {here: {**mine, job.key: future}}, self.pool.workers + 2, self.sizes):
            jobs = self._jobs(self.coming[self.next])
            self.ahead[self.next] = {job.key: self.pool.submit(job) for job in jobs}
            self.sizes[self.next] = sum(job.size for job in jobs)
            self.next += 1
        try:
            return future.result()
        except KeyboardInterrupt:
            self.pool.close()
            raise

    def _place(self, at: dict) -> int:
        dirs = self.converter.coursedir
        return self.coming.index(dirs.format_path(dirs.submitted_directory, at["student"], at["assignment"]))

    def _jobs(self, folder: str) -> list[Job]:
        """The jobs of a submission, none if nbgrader is going to pass it over or to stumble over it."""
        learner, unit = Path(folder).parent.name, Path(folder).name
        try:
            if self._will_be_skipped(folder, unit, learner):
                return []
            intake.check(Path(folder))
            return self.desk.jobs(unit, learner, [Path(path).stem for path in self.converter.assignments[folder]])
        except Exception:  # it is told when nbgrader comes to it
            return []

    def _will_be_skipped(self, folder: str, unit: str, learner: str) -> bool:
        """nbgrader's own rule: graded already, and neither forced nor handed in again."""
        dirs = self.converter.coursedir
        graded = dirs.format_path(dirs.autograded_directory, learner, unit)
        if self.converter.force or not Path(graded).exists():
            return False
        old, new = dirs.get_existing_timestamp(graded), dirs.get_existing_timestamp(folder)
        return not (old and new and new > old)
