"""What is wrong with a unit's text: all of it at once, one line each."""

from dataclasses import dataclass

from course.errors import CourseError


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: ``path`` from the course's root, ``line`` counted from 1, and a sentence that
    says what is wrong and the way out."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


class Malformed(CourseError):
    """A unit whose text cannot be built. ``problems`` holds every fault, in reading order."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
