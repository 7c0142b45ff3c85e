"""Make an executed notebook fit to be shown to its learner: nothing of a hidden test in it.

Named in ``c.GenerateFeedback.preprocessors``, so that plain ``nbgrader generate_feedback`` conceals alike.
"""

import builtins

from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from course.grading import execute
from course.grading.course import Record, notebook_records
from course.grading.intake import grade_id
from course.grading.mask import mask, secret_lines
from course.grading.regions import hidden, released

OWN_ERRORS = ("CheckFailed", "HiddenTestFailed", "LeftRoom", "NoReply", "ReplyRefused", execute.DIED, execute.NOT_RUN)
# What a page can show without running anything.
SHOWN = ("text/plain", "text/html", "text/markdown", "text/latex", "image/png", "image/jpeg", "image/svg+xml")


class ConcealHiddenTests(NbGraderPreprocessor):
    """Show a hidden test as it was released, and of its outputs only the verdict; mask all other outputs."""

    def preprocess(self, nb, resources):
        at = resources["nbgrader"]
        with Gradebook(at["db_url"]) as gradebook:
            notebooks = gradebook.find_assignment(at["assignment"]).notebooks
            unit = [record for notebook in notebooks for record in notebook_records(notebook)]
        records = {record.name: record for record in unit}
        theirs = [cell.source for cell in nb.cells if grade_id(cell) not in records]
        secrets = secret_lines(
            [line for record in unit for line in hidden(record.source)],
            [released(record.source) for record in unit] + theirs,
        )
        for cell in nb.cells:
            record = records.get(grade_id(cell))
            if record is not None and is_hidden(record):
                conceal(cell, record)
            for output in cell.get("outputs", []):
                mask_output(output, secrets)
        # The state of widgets is the learner's to fill, and needs a kernel to be of use.
        nb.metadata.pop("widgets", None)
        return nb, resources


def is_hidden(record: Record) -> bool:
    return record.kind == "test" and released(record.source) != record.source


def conceal(cell, record: Record) -> None:
    """The released source; one error that says what failed, without a traceback; no output of learner code.

    What learner code printed in here could be the inputs that the hidden tests call it with.
    """
    cell.source = released(record.source)
    errors = [verdict(output) for output in cell.get("outputs", []) if output.output_type == "error"]
    spoke = any(output.output_type != "error" for output in cell.get("outputs", []))
    cell.outputs = errors[-1:]
    if spoke:
        text = "What your code printed while the hidden tests called it is not shown.\n"
        cell.outputs.insert(0, new_output("stream", name="stdout", text=text))


def verdict(output):
    """A hidden cell's error, without what it was called with and without a line of source."""
    name = output.ename
    if name in OWN_ERRORS:
        text = output.evalue
    elif name == execute.TIMEOUT:
        text = "Your code took too long in a hidden test."
    elif name == "AssertionError":
        text = "A hidden test failed."
    else:
        # A name of the learner's making could hold what the code was called with.
        text = f"Your code raised {name if hasattr(builtins, name) else 'an error'} in a hidden test."
    return new_output("error", ename=name, evalue=text, traceback=text.split("\n"))


def mask_output(output, secrets: list[str]) -> None:
    """Mask every text of an output in place, and drop the forms that a page would have to run."""
    if output.output_type == "stream":
        output.text = mask(_text(output.text), secrets)
    elif output.output_type == "error":
        output.ename, output.evalue = mask(output.ename, secrets), mask(output.evalue, secrets)
        output.traceback = mask("\n".join(output.traceback), secrets).split("\n")
    else:
        output.metadata = {}
        for kind in list(output.data):
            if kind not in SHOWN:
                del output.data[kind]
            elif not kind.startswith("image/") or kind == "image/svg+xml":
                output.data[kind] = mask(_text(output.data[kind]), secrets)


def _text(value) -> str:
    return "".join(value) if isinstance(value, list) else value
