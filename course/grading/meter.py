"""How far a grading is: a bar with rate and time left on a terminal, plain lines elsewhere."""

from time import monotonic

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text


class Rate(ProgressColumn):
    """Submissions a minute."""

    def render(self, task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{60 * speed:.0f}/min" if speed else "-/min")


class Meter:
    """Counts submissions. Without a terminal, each line says what became of one, if that is news."""

    def __init__(self, console: Console, unit: str, total: int):
        self.console, self.unit, self.total, self.count, self.fresh = console, unit, total, 0, 0
        self.bar = None
        if console.is_terminal and console.file.isatty():  # FORCE_COLOR makes rich call a file a terminal
            self.bar = Progress(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(),
                TimeElapsedColumn(), TimeRemainingColumn(), console=console, transient=True, speed_estimate_period=300,
            )

    def __enter__(self) -> "Meter":
        self.began = monotonic()
        if self.bar:
            self.bar.start()
            self.task = self.bar.add_task(self.unit, total=self.total)
        return self

    def __exit__(self, *_) -> None:
        if self.bar:
            self.bar.stop()

    def pace(self) -> str:
        """How many were news, in which time."""
        taken = monotonic() - self.began
        return f"{self.fresh} in {taken:.1f} s, {60 * self.fresh / taken:.0f} a minute"

    def done(self, learner: str, what: str, said: bool) -> None:
        """Count one more; ``said`` is whether what became of it is news."""
        self.count += 1
        self.fresh += said
        if self.bar:
            self.bar.update(self.task, advance=1, description=f"{self.unit} \N{MIDDLE DOT} {escape(learner)}")
        elif said:
            self.console.print(f"{self.unit} {self.count}/{self.total} {learner}: {what}", markup=False, highlight=False)
