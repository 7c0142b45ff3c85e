"""nbconvert's exporters as grading and feedback use them."""

from pathlib import Path

from nbconvert.exporters import HTMLExporter, NotebookExporter

from course.grading import ahead, intake
from course.grading.gradebooks import OpenGradebook
from course.grading.master import digest_of


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTMLExporter under a name of its own, so that its settings are those of the feedback's pages alone."""

    export_from_notebook = None  # nothing for JupyterLab's menu


class PreparedExporter(NotebookExporter):
    """Named in ``c.Autograde.exporter_class``."""

    export_from_notebook = None  # nothing for JupyterLab's menu

    def from_filename(self, filename, resources=None, **kw):
        text, story = ahead.prepared.pop(Path(filename), (None, None))
        if text is None or not still_true(story, Path(filename).parent, resources["nbgrader"]):
            return super().from_filename(filename, resources=resources, **kw)
        for note in [*story["notes"], *(what for _, what in story["person"])]:
            self.log.warning("%s: %s", Path(filename).parent, note)
        return text, self._init_resources(resources)


def still_true(story, folder: Path, at: dict) -> bool:
    """Whether the submission and the unit's master are those that the story was made from."""
    if story.get("submission") != intake.digest(folder):
        return False
    with OpenGradebook(at["db_url"]) as gradebook:
        return story.get("master") == digest_of(gradebook.find_assignment(at["assignment"]))
