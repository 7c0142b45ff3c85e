"""The button that grades: saves the notebook, starts ``course grade-me`` beside the notebook's Python, says how it ends."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import traitlets

from course.progress import listen
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget

COMMAND = "course grade-me: "
WITHOUT_JAIL = "add --no-jail."  # how the command's sentence ends where there is no jail


class GradeMe(CourseWidget):
    """``state`` is "ready", "running", "done" or "failed"; ``said`` the sentence about it. ``offered`` says that there is
    no jail here, and that the learner may go on without."""

    unit = traitlets.Unicode().tag(sync=True)
    state = traitlets.Enum(("ready", "running", "done", "failed"), "ready").tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    offered = traitlets.Bool(False).tag(sync=True)

    command = (sys.executable, "-m", "course", "grade-me")

    _esm = script("grade_me")
    _css = styles("grade_me")

    def __init__(self, unit: str, folder: Path, **traits):
        """``folder`` is the learner's, and ``unit`` the folder of a unit in it."""
        self._folder, self._process, self._stopped = folder, None, False
        super().__init__(unit=unit, **traits)
        self.on_msg(self._asked)

    def grade(self, jailed: bool = True) -> threading.Thread | None:
        """Start grading, unless it runs already; the thread ends when it is done."""
        if self.state == "running":
            return None
        self._stopped = False
        self.state, self.offered, self.said = "running", False, "Starting …"
        thread = threading.Thread(target=self._run, args=(jailed,), daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """Break the grading off; what was graded before stays."""
        self._stopped = True
        if self._process is not None:
            self._interrupt(self._process)

    @staticmethod
    def _interrupt(process: subprocess.Popen) -> None:
        if os.name == "posix":
            process.send_signal(signal.SIGINT)  # it cleans up behind itself
        else:
            process.terminate()

    def _asked(self, _, content, buffers) -> None:
        kind = content.get("kind") if isinstance(content, dict) else None
        if kind == "grade":
            self.grade(content.get("jailed") is not False)
        elif kind == "stop":
            self.stop()

    def _run(self, jailed: bool) -> None:
        try:
            state, said = self._grade(jailed)
        except OSError as error:
            state, said = "failed", f"The grading could not be started ({error.strerror or error})."
        self._process = None
        if state == "failed" and said.endswith(WITHOUT_JAIL):
            said, self.offered = said.replace(WITHOUT_JAIL, "press the second button."), True
        self.said, self.state = said, state
        listen.refresh_tables()

    def _grade(self, jailed: bool) -> tuple[str, str]:
        command = [*self.command, self.unit, "--folder", str(self._folder)]
        # In this process's group on purpose: a kernel that is interrupted or shut down ends the grading, too.
        with subprocess.Popen(
            [*command, *([] if jailed else ["--no-jail"])], cwd=self._folder, env=os.environ | {"PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
        ) as process:  # fmt: skip
            self._process = process
            if self._stopped:
                self._interrupt(process)
            complaints: list[str] = []
            listener = threading.Thread(target=lambda: complaints.extend(process.stderr), daemon=True)
            listener.start()
            told = []
            for line in process.stdout:
                if line.strip():
                    told.append(line.rstrip())
                if line.rstrip().endswith("…"):
                    self.said = line.strip()
            listener.join()
        if process.returncode == 0:
            results = [line for line in told if not line.startswith(" ") and line.endswith(" points")]
            return "done", f"Graded. {'. '.join(results)}. The table below says more, and links to your feedback."
        if self._stopped:
            return "ready", "Stopped; what was graded before stays."
        last = next((line.strip() for line in reversed(complaints) if line.strip()), "")
        if last.startswith(COMMAND):
            return "failed", last.removeprefix(COMMAND)
        return "failed", f"The grading broke off ({last[:200] or f'exit status {process.returncode}'}); what was graded before stays."
