"""Where a grading's time goes: runs a command of nbgrader or of the course with a clock around its parts.

python benchmarks/graders/traced.py RESULT nbgrader autograde UNIT
python benchmarks/graders/traced.py RESULT course grade UNIT --workers 1

Writes RESULT as JSON: for each part its seconds and how often it was entered, and the seconds of the whole
command. A part's seconds do not hold those of a part inside it.
"""

import functools
import json
import sys
import threading
import time
from collections import defaultdict

START = time.perf_counter()
seconds: dict[str, float] = defaultdict(float)
entered: dict[str, int] = defaultdict(int)
inside = threading.local()
lock = threading.Lock()


def part(name: str, owner, attribute: str) -> None:
    """Put a clock around ``owner.attribute``."""
    function = getattr(owner, attribute)

    @functools.wraps(function)
    def timed(*args, **kwargs):
        stack = inside.__dict__.setdefault("stack", [])
        stack.append(0.0)
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            taken = time.perf_counter() - start
            within = stack.pop()
            if stack:
                stack[-1] += taken
            with lock:
                seconds[name] += taken - within
                entered[name] += 1

    setattr(owner, attribute, timed)


def put_clocks() -> None:
    from nbclient import NotebookClient
    from nbconvert.exporters import Exporter, NotebookExporter
    from nbconvert.preprocessors import ExecutePreprocessor
    from nbgrader.api import Gradebook
    from nbgrader.converters import Autograde, base
    from nbgrader.preprocessors import CheckCellMetadata, Execute, OverwriteCells, SaveAutoGrades

    part("opening the gradebook", Gradebook, "__init__")
    part("closing the gradebook", Gradebook, "close")
    part("setting up a submission", Autograde, "init_assignment")
    part("the rest of nbgrader's loop", base.BaseConverter, "convert_notebooks")
    part("conversions: reading, validating, copying, writing", Exporter, "from_filename")
    part("conversions: reading, validating, copying, writing", NotebookExporter, "from_notebook_node")
    part("nbgrader's metadata check", CheckCellMetadata, "preprocess")
    part("restoring cells", OverwriteCells, "preprocess")
    part("reading verdicts, saving scores", SaveAutoGrades, "preprocess")
    part("kernel: start", NotebookClient, "start_new_kernel")
    part("kernel: first reply", NotebookClient, "start_new_kernel_client")
    part("kernel: shutdown", NotebookClient, "_cleanup_kernel")
    part("cells", ExecutePreprocessor, "preprocess_cell")
    part("execution: the rest", Execute, "preprocess")
    if sys.argv[2] == "course":
        from course.grading import ahead, gradebooks, intake
        from course.grading.engine import Engine
        from course.grading.execute import ExecuteNotebook
        from course.grading.restore import RestoreCells
        from course.grading.save import SaveScores

        part("opening the gradebook", gradebooks.OpenGradebook, "__init__")
        part("closing the gradebook", gradebooks.OpenGradebook, "close")
        part("restoring cells", RestoreCells, "preprocess")
        part("reading verdicts, saving scores", SaveScores, "preprocess")
        part("test cells, in two rooms", ExecuteNotebook, "run_test")
        part("names kept for hidden tests", ExecuteNotebook, "pin")
        part("making jobs", ahead.Desk, "jobs")
        part("the door", intake, "check")
        part("ledger and files", Engine, "_grade")
        part("waiting for an execution", sys.modules[Engine.__module__], "first_done")


def main() -> int:
    result, command = sys.argv[1], sys.argv[2:]
    put_clocks()
    ready = time.perf_counter()
    try:
        if command[0] == "course":
            from course.cli import main as grade

            status = grade(command[1:])
        else:
            from nbgrader.apps import NbGraderApp

            sys.argv = command
            status = NbGraderApp.launch_instance(command[1:]) or 0
    except SystemExit as ended:
        status = ended.code or 0
    finally:
        seconds["imports"] = ready - START
        with open(result, "w") as file:
            json.dump({"whole": time.perf_counter() - START, "seconds": seconds, "entered": entered}, file)
    return status


if __name__ == "__main__":
    raise SystemExit(main())
