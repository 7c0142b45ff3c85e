"""Executions on the workers of a Dask cluster. Scores are still written here, by one writer.

A worker only starts the kernel, jailed as here; no learner's code runs in the worker itself. A task depends on
nothing but its arguments, so Dask gives it to another worker when one dies.
"""

from concurrent.futures import Future
from time import monotonic

from course.errors import CourseError
from course.grading import execution
from course.grading.execution import Job

PATIENCE = 60  # seconds to wait for the scheduler, and then for its first worker


class Cluster:
    """In the place of :class:`course.grading.pool.Pool`: ``submit`` sends a job to the cluster at ``address``.

    Raises CourseError where there is no cluster to be had.
    """

    def __init__(self, address: str, patience: float = PATIENCE):
        try:
            import distributed
        except ModuleNotFoundError:
            raise CourseError("--scheduler needs the package 'distributed'; install it with: pip install '.[cluster]'") from None
        self.address = address
        try:
            self.client = distributed.Client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(f"there is no Dask scheduler at '{address}' ({type(error).__name__}); start one, or leave --scheduler out.") from None
        try:
            self.client.wait_for_workers(1, timeout=patience)
        except TimeoutError:
            self.client.close()
            raise CourseError(f"no worker has joined the scheduler at '{address}' within {patience:g} s; start some.") from None
        self.looked, self.known = float("-inf"), 1
        self.running: set = set()

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    @property
    def workers(self) -> int:
        """How many executions the cluster does at a time; workers may come and go."""
        if monotonic() - self.looked > 5:
            try:
                self.known = max(1, sum(self.client.nthreads().values()))
            except OSError:
                pass  # the executions will say so
            self.looked = monotonic()
        return self.known

    def submit(self, job: Job) -> Future:
        """A Future of the executed notebook (JSON). Of a job that is already there, the same execution serves."""
        future: Future = Future()
        future.set_running_or_notify_cancel()
        task = self.client.submit(
            execution.execute_there, job.notebook, job.files, job.settings, execution.fingerprint(),
            key=f"execute-{job.key}",
        )  # fmt: skip
        self.running.add(task)
        task.add_done_callback(lambda done: self._settle(done, future))
        return future

    def _settle(self, task, future: Future) -> None:
        from distributed.client import FutureCancelledError
        from distributed.comm import CommClosedError
        from distributed.scheduler import KilledWorker

        self.running.discard(task)
        try:
            future.set_result(task.result(timeout=PATIENCE))
        except KilledWorker as killed:
            future.set_exception(RuntimeError(f"it was given up after {killed.allowed_failures} workers had died at it"))
        except (FutureCancelledError, CommClosedError, TimeoutError):
            future.set_exception(
                CourseError(f"the Dask scheduler at '{self.address}' is gone; what was finished is kept, run it again when it is back.")
            )
        except BaseException as error:
            future.set_exception(error)

    def close(self) -> None:
        """Take back what waits. What a worker is at already ends there, and nobody reads it."""
        try:
            self.client.cancel(list(self.running), force=True)
        except Exception:  # a scheduler that is gone has nothing to take back
            pass
        self.client.close()
