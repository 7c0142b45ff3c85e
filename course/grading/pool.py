"""Executions in threads of this process. A thread only waits for its kernel, so that few processes do the work."""

import os
import queue
import threading
from concurrent.futures import Future
from time import monotonic

from course.grading import execution
from course.grading.execution import Job


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """``workers`` executions at a time. ``submit`` gives a Future of the executed notebook (JSON).

    Use it as a context; leaving it ends what still runs. The threads are daemons: a process that is being left
    waits for none of them.
    """

    def __init__(self, workers: int):
        self.workers = workers
        self._jobs: queue.SimpleQueue = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._closed = False

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def submit(self, job: Job) -> Future:
        future: Future = Future()
        self._jobs.put((job, future))
        if len(self._threads) < self.workers:
            self._threads.append(threading.Thread(target=self._work, name="execution", daemon=True))
            self._threads[-1].start()
        return future

    def close(self) -> None:
        """Start nothing any more, end what runs, and wait for it a moment."""
        self._closed = True
        for _ in self._threads:
            self._jobs.put(None)
        deadline = monotonic() + 10
        while any(thread.is_alive() for thread in self._threads) and monotonic() < deadline:
            execution.stop_all()  # again and again: one may just have been about to start its kernel
            for thread in self._threads:
                thread.join(timeout=0.05)

    def _work(self) -> None:
        # Alone anyway: what runs out of time counts at once.
        run = execution.execute if self.workers == 1 else execution.execute_among_others
        while (item := self._jobs.get()) is not None:
            job, future = item
            if self._closed or not future.set_running_or_notify_cancel():
                future.cancel()
                continue
            try:
                future.set_result(run(job.notebook, job.files, job.settings))
            except BaseException as error:  # the writer gets to see it, this thread goes on
                future.set_exception(error)
            del item, job, future
