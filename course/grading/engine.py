"""Grade a class: notebooks are executed ahead in a pool, and scores are written here, by one writer.

Each submission is alone with nbgrader's Autograde converter, so that none can take the class down with it.
"""

import glob
import logging
import shutil
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from nbgrader.converters import Autograde, NbGraderException

from course.authoring.gradebook import opening
from course.errors import CourseError
from course.grading import ahead, gradebooks, intake, ledger
from course.grading.course import LOG, Course
from course.grading.master import digest_of, records_of

try:
    import fcntl
except ImportError:  # Windows has no such lock; there the instructor sees to it
    fcntl = None


BUSY = "another 'course grade' is at work in this course; wait until it is done."


@dataclass(frozen=True)
class Outcome:
    """What became of one submission in this run: its ledger entry, and whether it was graded just now."""

    entry: ledger.Entry
    fresh: bool


@contextmanager
def one_writer(course: Course):
    """Refuse to start a second grading of the same gradebook beside a running one."""
    path = course.root / "gradebook.db.lock"
    with path.open("w") as file, ExitStack() as held:
        try:
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CourseError(BUSY) from None
        # A gradebook on a server is also reached from other folders and machines.
        with opening(course.dirs.db_url):
            alone = held.enter_context(gradebooks.only_writer(course.dirs.db_url))
        if not alone:
            raise CourseError(BUSY)
        yield


class Engine:
    """Grades the submissions of one unit. Use it inside :func:`one_writer`."""

    def __init__(self, course: Course, unit: str):
        self.course, self.unit = course, unit
        self.records = course.records(unit)
        self.desk = ahead.Desk(Autograde(coursedir=course.dirs, parent=course.app))
        with course.gradebook() as gradebook:
            self.master = digest_of(records_of(gradebook.find_assignment(unit)))
            self.entries = ledger.read(gradebook, unit)

    def grade_all(self, learners: list[str], pool, force: bool = False):
        """Grade these learners' submissions; yields ``(learner, outcome)`` in the order in which they are done.

        ``pool`` executes (see :class:`course.grading.pool.Pool`). However many submissions there are, only some are in
        memory at a time: see :func:`course.grading.ahead.room`.
        """
        todo = iter(learners)
        begun: dict[str, dict[str, Future]] = {}
        results: dict[str, Future] = {}
        sizes: dict[str, int] = {}
        with ahead.given(results):
            while True:
                # Those who need no execution take no room: behind them somebody may still be to grade.
                while ahead.room(begun, 2 * pool.workers + 2, sizes) and (learner := next(todo, None)) is not None:
                    if known := self._known(learner, force):
                        yield learner, known
                        continue
                    jobs = self._jobs(learner)
                    begun[learner] = {job.key: pool.submit(job) for job in jobs}
                    sizes[learner] = sum(job.size for job in jobs)
                    results |= begun[learner]
                if not begun:
                    return
                learner = first_done(begun)
                for future in begun[learner].values():
                    if isinstance(future.exception(), CourseError):
                        raise future.exception()  # this machine or the cluster is not fit to grade anybody
                yield learner, self._grade(learner)
                del sizes[learner]
                for key, future in begun.pop(learner).items():
                    # Still there only if the submission was changed meanwhile, or failed before it was needed.
                    results.pop(key, future).cancel()

    def _jobs(self, learner: str) -> list:
        folder = self.course.folder("submitted", learner, self.unit)
        names = [name for name in self.records if (folder / f"{name}.ipynb").exists()]
        try:
            return self.desk.jobs(self.unit, learner, names)
        except Exception:  # nbgrader will stumble over the same, and its sentence is kept
            return []

    def _known(self, learner: str, force: bool) -> Outcome | None:
        """The outcome of what need not or cannot be graded, else None."""
        folder = self.course.folder("submitted", learner, self.unit)
        try:
            intake.check(folder, self.records)
        except intake.Refused as why:
            return self._refuse(learner, str(why), intake.digest(folder))
        if not force and self._unchanged(learner, intake.digest(folder)):
            return Outcome(self.entries[learner], fresh=False)
        return None

    def _grade(self, learner: str) -> Outcome:
        with self.course.gradebook() as gradebook:
            ledger.begin(gradebook, self.unit, learner)
        with self._earlier_kept(learner) as keep:
            trouble = heard_by(self.course, Autograde, self.unit, glob.escape(learner))
            if trouble is None:
                keep.clear()
        if trouble is not None:
            # No digest: what failed for a reason of the machine's is tried again next time.
            return self._refuse(learner, trouble, None)
        with self.course.gradebook() as gradebook:
            ledger.finish(gradebook, self.unit, learner)
            return Outcome(ledger.get(gradebook, self.unit, learner), fresh=True)

    def _unchanged(self, learner: str, submission: str) -> bool:
        entry = self.entries.get(learner)
        return (
            entry is not None
            and not entry.running
            and entry.state != ledger.REFUSED
            and (entry.submission, entry.master) == (submission, self.master)
            and all(path.exists() for path in self._results(learner))
        )

    def _results(self, learner: str) -> list[Path]:
        submitted = self.course.folder("submitted", learner, self.unit)
        graded = self.course.folder("autograded", learner, self.unit)
        return [graded / f"{name}.ipynb" for name in self.records if (submitted / f"{name}.ipynb").exists()]

    def _refuse(self, learner: str, why: str, submission: str | None) -> Outcome:
        before = self.entries.get(learner)
        same = before is not None and submission is not None and (before.reason, before.submission) == (why, submission)
        if not (same and before.state == ledger.REFUSED and not before.running):
            with self.course.gradebook() as gradebook:
                ledger.refuse(gradebook, self.unit, learner, why, submission)
        with self.course.gradebook() as gradebook:
            return Outcome(ledger.get(gradebook, self.unit, learner), fresh=not same)

    @contextmanager
    def _earlier_kept(self, learner: str):
        """Keep the notebooks of an earlier grading aside, and bring them back unless the list is cleared.

        What is aside already was left there by a run that was killed, and what it had begun is thrown away.
        """
        place = self.course.folder("autograded", learner, self.unit)
        aside = place.with_name(f".{self.unit}.earlier")
        if aside.exists():
            shutil.rmtree(place, ignore_errors=True)
        elif place.exists():
            place.rename(aside)
        keep = [aside]
        try:
            yield keep
        finally:
            if keep and aside.exists():
                shutil.rmtree(place, ignore_errors=True)
                aside.rename(place)
            else:
                shutil.rmtree(aside, ignore_errors=True)


def first_done(begun: dict[str, dict[str, Future]]) -> str:
    """The first of the learners all of whose executions are done; waits for one."""
    while True:
        if (learner := ahead.done(begun)) is not None:
            return learner
        wait([one for futures in begun.values() for one in futures.values() if not one.done()], return_when=FIRST_COMPLETED)


def heard_by(course: Course, converter_class, unit: str, learner: str) -> str | None:
    """Run one of nbgrader's converters on one learner's unit (``learner`` is a glob).

    Returns what went wrong in a sentence, or None; the whole story goes to the log.
    """
    dirs = course.dirs
    heard = _Listener()
    course.app.log.addHandler(heard)
    before = dirs.assignment_id, dirs.student_id
    try:
        dirs.assignment_id, dirs.student_id = unit, learner
        converter = converter_class(coursedir=dirs, parent=course.app)
        converter.force = True
        converter.start()
    except NbGraderException:
        return heard.reason()
    except Exception as error:  # whatever one submission makes nbgrader do, the class goes on
        course.app.log.exception("%s/%s", learner, unit)
        return _unexpected(f"{type(error).__name__}: {error}")
    finally:
        dirs.assignment_id, dirs.student_id = before
        course.app.log.removeHandler(heard)
    return None


def _unexpected(what: str) -> str:
    return f"nbgrader stumbled over it ({what[:200]}); the whole story is in {LOG}."


class _Listener(logging.Handler):
    """Remembers the errors that a converter logs and does not raise."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record) -> None:
        self.texts.append(record.getMessage())

    def reason(self) -> str:
        for text in self.texts:
            if text.startswith("Traceback"):
                last = text.strip().splitlines()[-1]
                refused = f"{intake.Refused.__module__}.Refused: "
                return last.removeprefix(refused) if last.startswith(refused) else _unexpected(last)
        return _unexpected("no reason given")
