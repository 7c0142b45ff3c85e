"""The floor: the same cells through IPython in forks of one warm process. No Jupyter, no jail, no gradebook.

python benchmarks/graders/floor.py FOLDER WORKERS

FOLDER holds the notebooks with their tests. The time of the imports counts, as it does for the others.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path

from course.grading.kernels import preload


def execute(sources: list[str]) -> int:
    """Run the cells in this process; returns how many of them raised."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance(colors="NoColor")
    shell.history_manager.enabled = False
    failed = 0
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for source in sources:
            failed += not shell.run_cell(source, store_history=True).success
    return failed


def main(folder: Path, workers: int) -> None:
    os.environ |= {"MPLBACKEND": "agg", "NBGRADER_EXECUTION": "autograde"}  # as nbgrader's kernels: no pictures are drawn
    preload.everything()
    waiting = sorted(folder.glob("*.ipynb"))
    preload.add(module for path in waiting for module in preload.seldom_needed(path.read_text()))
    running: set[int] = set()
    while waiting or running:
        while waiting and len(running) < workers:
            nb = json.loads(waiting.pop().read_text())
            child = os.fork()
            if child == 0:
                execute([cell["source"] for cell in nb["cells"] if cell["cell_type"] == "code"])
                os._exit(0)
            running.add(child)
        ended, status = os.wait()
        running.discard(ended)
        if status:
            raise SystemExit(f"a fork ended with status {status}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
