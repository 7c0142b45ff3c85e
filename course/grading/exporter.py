"""nbconvert's exporters as grading and feedback use them."""

import json
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter, NotebookExporter
from nbformat.v4.nbjson import BytesEncoder
from nbformat.v4.rwbase import strip_transient
from nbformat.validator import normalize

from course.grading import ahead, intake
from course.grading.gradebooks import OpenGradebook
from course.grading.master import digest_of, records_of


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTMLExporter under a name of its own, so that its settings are those of the feedback's pages alone."""

    export_from_notebook = None  # nothing for JupyterLab's menu


class PreparedExporter(NotebookExporter):
    """Named in ``c.Autograde.exporter_class``.

    nbconvert copies a notebook three times before the first step and once more to write it, and lays it out in lines by
    code in Python. Here it was read from a file a moment ago and is nobody else's.
    """

    export_from_notebook = None  # nothing for JupyterLab's menu

    def from_file(self, file_stream, resources=None, **kw):
        text = file_stream.read() if hasattr(file_stream, "read") else Path(file_stream).read_text(encoding="utf-8")
        return self.from_notebook_node(intake.parsed(text), resources=resources, **kw)

    def from_notebook_node(self, nb, resources=None, **kw):
        """The notebook, changed in place by each step, as text; and the resources."""
        resources = self._init_resources(resources)
        ids = [cell.get("id") for cell in nb.cells]
        if nb.nbformat_minor < 5 or not all(ids) or len(set(ids)) < len(ids):
            _, nb = normalize(nb)  # a copy
        for preprocessor in self._preprocessors:
            nb, resources = preprocessor(nb, resources)
            if not self.optimistic_validation:
                self._validate_preprocessor(nb, preprocessor)
        nbformat.validate(nb, relax_add_props=True)
        resources["output_suffix"] = ".nbconvert"
        return written(nb), resources

    def from_filename(self, filename, resources=None, **kw):
        text, story = ahead.prepared.pop(Path(filename), (None, None))
        if text is None or not still_true(story, Path(filename).parent, resources["nbgrader"]):
            return super().from_filename(filename, resources=resources, **kw)
        for note in [*story["notes"], *(what for _, what in story["person"])]:
            self.log.warning("%s: %s", Path(filename).parent, note)
        return text, self._init_resources(resources)


def written(nb) -> str:
    """A notebook's text, a line for each cell."""
    whole = dict(strip_transient(nb))
    lines = [_compact(cell) for cell in whole.pop("cells")]
    rest = [f"{json.dumps(key)}: {_compact(value)}" for key, value in sorted(whole.items())]
    return "{" + ",\n".join(['"cells": [\n' + ",\n".join(lines) + "\n]", *rest]) + "}\n"


def _compact(value) -> str:
    return json.dumps(value, cls=BytesEncoder, ensure_ascii=False, sort_keys=True)


def still_true(story, folder: Path, at: dict) -> bool:
    """Whether the submission and the unit's master are those that the story was made from."""
    if story.get("submission") != intake.digest(folder):
        return False
    with OpenGradebook(at["db_url"]) as gradebook:
        return story.get("master") == digest_of(records_of(gradebook.find_assignment(at["assignment"])))
