"""The one exception that a command turns into one sentence for its user."""


class CourseError(Exception):
    """Bad input: the message is one sentence that names the file, the cell and the way out."""
