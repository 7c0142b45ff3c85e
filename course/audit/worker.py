"""The warm process: it runs the master's cells once, and tries each code in a fork of its own.

``python -m course.audit.worker JOBS`` reads a JSON file and writes one JSON line for each trial::

    {"books": [{"cells": [{"kind", "exercise", "source", "points"}]}], "lanes": 2, "seed": null, "seconds": 5,
     "trials": [{"id": 0, "exercise": "relu", "code": "def relu(z): ...", "parts": ["check", "hidden"]}]}
    {"id": 0, "parts": {"check": {"error": null, "result": null}, "hidden": {"error": "HiddenTestFailed: ..."}}, "end": ""}

A trial runs the code in place of the master's, the cells after it up to its last test cell, and its test cells; test
cells of other exercises are left out. A part that is missing did not end: ``end`` says why. What a trial may use of the
processor is ``seconds``, or five times what the master's own solution used if that is more. Only libraries of the
learners are imported, so that any environment that can run the notebooks can run this.
"""

import gc
import json
import os
import random
import resource
import select
import signal
import sys
import time

PATIENCE = 6  # times the processor's seconds: how long a trial may take by the clock, on a machine that is busy
DONE = 42  # the exit status of a trial that came to its end: any other, 0 as well, is the code's own doing
MEMORY = 4 << 30  # bytes of address space beyond what the warm process has


def main(path: str) -> int:
    with open(path, encoding="utf-8") as file:
        job = json.load(file)
    sys.stdout.flush()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what cells print is no answer
    shell = _shell()
    if missing := _preload():
        print("\n".join(missing), file=sys.stderr)
    gc.collect()
    gc.freeze()  # what is there stays there: a fork that collects would copy every page of it
    for book in job["books"]:
        wanted = {cell["exercise"] for cell in book["cells"] if cell["kind"] == "solution"}
        trials = [trial for trial in job["trials"] if trial["exercise"] in wanted]
        if trials:
            _walk(shell, book["cells"], trials, job, out)
    return 0


def _shell():
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    os.environ["NBGRADER_EXECUTION"] = "autograde"
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.showtraceback = shell.showsyntaxerror = lambda *args, **kwargs: None  # nobody reads them
    return shell


def _preload() -> list[str]:
    """What kernels import before they fork; returns what could not be had."""
    from course.grading.kernels import preload

    preload.add(preload.SELDOM.values())
    return [line for line in preload.everything() if not line.startswith("course.grading")]


def _walk(shell, cells: list[dict], trials: list[dict], job: dict, out) -> None:
    """Run a notebook's cells in a child, which forks the trials on its way.

    A process with more than one thread must not fork (the children of PyTorch's backward passes hang), so from such a
    cell on each trial starts from here and runs the earlier cells itself.
    """
    at, left = 0, list(trials)
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reader)
        done = []
        try:
            for at, cell in enumerate(cells):
                if _threads() > 1:
                    break
                mine = [trial for trial in left if cell["kind"] == "solution" and trial["exercise"] == cell["exercise"]]
                if mine:
                    _try_all(shell, cells, at, at, mine, job, out)
                    done.append(cell["exercise"])
                if cell["kind"] in ("code", "solution"):
                    _must_run(shell, cell)
            os.write(writer, json.dumps(done).encode())
            os._exit(0)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        said = pipe.read()
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        raise SystemExit(1)
    done = set(json.loads(said))
    for at, cell in enumerate(cells):
        mine = [trial for trial in trials if trial["exercise"] == cell["exercise"]]
        if cell["kind"] == "solution" and mine and cell["exercise"] not in done:
            _try_all(shell, cells, 0, at, mine, job, out)


def _must_run(shell, cell: dict) -> None:
    result = shell.run_cell(cell["source"], silent=True)
    if error := result.error_before_exec or result.error_in_exec:
        first = cell["source"].strip().split("\n")[0]
        raise RuntimeError(f"the master's cell '{first}' fails: {type(error).__name__}: {error}")


def _try_all(shell, cells, start: int, at: int, trials: list[dict], job: dict, out) -> None:
    """Try each of the trials of the exercise whose solution is ``cells[at]``; cells from ``start`` on have not run yet."""
    master = {"id": None, "exercise": cells[at]["exercise"], "code": cells[at]["source"], "parts": ["check", "hidden"]}
    limit = None
    for trial in [master, *trials]:
        trial.setdefault("parts", ["check", "hidden"])
    waiting, running = [master, *trials], {}
    while waiting or running:
        # The master goes alone: its time is the measure of the others'.
        while waiting and len(running) < (1 if limit is None else job["lanes"]) and not (limit is None and running):
            trial = waiting.pop(0)
            allowed = limit or 20 * job["seconds"]
            running[_fork(shell, cells, start, at, trial, job["seed"], allowed)] = (trial, time.monotonic() + PATIENCE * allowed)
        for process in _ended(running):
            trial, _ = running.pop(process)
            answer = process.answer()
            if trial is master:
                limit = max(job["seconds"], 5 * answer.pop("cpu"))
                continue
            if answer["end"] and "check" in trial["parts"] and "check" not in answer["parts"] and "hidden" in trial["parts"]:
                # It ended in its check: the hidden tests have not been asked yet.
                waiting.append({**trial, "parts": ["hidden"], "before": answer})
                continue
            _say(out, trial, answer)


def _say(out, trial: dict, answer: dict) -> None:
    before = trial.get("before", {"parts": {}, "end": ""})
    parts = {**before["parts"], **answer["parts"]}
    out.write(json.dumps({"id": trial["id"], "parts": parts, "end": answer["end"] or before["end"]}) + "\n")
    out.flush()


class _Trial:
    """A fork that tries one code, and what it said so far."""

    def __init__(self, pid: int, fd: int):
        self.pid, self.fd, self.said = pid, fd, b""

    def read(self) -> bool:
        """Take what is there; False when there is no more."""
        more = os.read(self.fd, 1 << 16)
        self.said += more
        return bool(more)

    def answer(self) -> dict:
        os.close(self.fd)
        _, status, usage = os.wait4(self.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        lines = [json.loads(line) for line in self.said.split(b"\n") if line.endswith(b"}")]
        late = code in (-signal.SIGXCPU, -signal.SIGKILL)
        end = "" if code == DONE else "ran too long" if late else f"ended Python ({code})"
        return {"parts": {name: line[name] for line in lines for name in line}, "end": end, "cpu": usage.ru_utime + usage.ru_stime}


def _ended(running: dict) -> list:
    """The trials that have said everything; those over their time are ended first."""
    now = time.monotonic()
    for process, (_, deadline) in running.items():
        if now > deadline:
            os.kill(process.pid, signal.SIGKILL)
    ready, _, _ = select.select([process.fd for process in running], [], [], 0.5)
    return [process for process in running if process.fd in ready and not process.read()]


def _fork(shell, cells, start, at, trial, seed, seconds) -> _Trial:
    reader, writer = os.pipe()
    if (pid := os.fork()) == 0:
        try:
            os.close(reader)
            _limit(seconds)
            _seed(seed)
            _try(shell, cells, start, at, trial, writer)
            os._exit(DONE)
        except BaseException:
            os._exit(70)
    os.close(writer)
    return _Trial(pid, reader)


def _limit(seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with open("/proc/self/statm") as file:
        there = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (there + MEMORY, there + MEMORY))


def _seed(seed: int | None) -> None:
    """What the libraries draw from now on; None for what every kernel starts with, as far as that is fixed."""
    import numpy
    import torch

    random.seed(seed or 0)
    numpy.random.seed(seed or 0)
    if seed is not None:
        torch.manual_seed(seed)
        from course import checks

        if hasattr(checks, "draw_as"):  # hidden tests draw other inputs for each learner
            checks.draw_as(seed)


def _try(shell, cells, start: int, at: int, trial: dict, writer: int) -> None:
    last = max(i for i, cell in enumerate(cells) if cell["exercise"] == trial["exercise"])
    for i in range(start, last + 1):
        cell = cells[i]
        own = cell["exercise"] == trial["exercise"]
        if i == at:
            shell.run_cell(trial["code"], silent=True)
        elif cell["kind"] in ("code", "solution"):
            shell.run_cell(cell["source"], silent=True)
        elif own and cell["kind"] in trial["parts"]:
            os.write(writer, json.dumps({cell["kind"]: _ask(shell, cell["source"])}).encode() + b"\n")


def _ask(shell, source: str) -> dict:
    result = shell.run_cell(source)  # a silent cell would have no result, and a last expression is partial credit
    error = result.error_before_exec or result.error_in_exec
    told = None if error is None else f"{type(error).__name__}: {_text(error)}"
    return {"error": told, "result": None if error or result.result is None else _text(result.result, repr)}


def _text(value, write=str) -> str:
    try:
        return write(value)[:4000]
    except Exception:  # a class of the trial's own
        return "(cannot be shown)"


def _threads() -> int:
    return len(os.listdir("/proc/self/task"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
