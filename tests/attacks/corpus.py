"""The attacks: one file each, which says in its first lines what it tries and what must happen.

``submissions/`` holds what is typed into the cell of ``double``; ``folders/`` holds functions that change the notebook or
what lies beside it. The lines of a file's docstring: ``threat``, ``must``, and where it is not the usual, ``half`` (the
points for the right exercise beside it), ``says`` (words of the gradebook's sentence), ``refused`` (no scores) and ``twice``
(a second learner hands the same in, and must find nothing of the first).
"""

import ast
import importlib
from dataclasses import dataclass
from pathlib import Path

import nbformat

from course.grading.course import Course
from tests.attacks import vault

HERE = Path(__file__).parent
THREATS = ("verdict", "secrets", "resources", "structure", "persistence")
KEYS = {"threat", "must", "half", "says", "refused", "twice"}


@dataclass(frozen=True)
class Attack:
    """``points`` are the most that an exercise may bring here; ``path`` is its file."""

    name: str
    path: Path
    tries: str
    threat: str
    must: str
    half: float = vault.WORTH["half"]
    says: str = ""
    refused: bool = False
    twice: bool = False

    @property
    def learners(self) -> list[str]:
        return [vault.learner_of(self.name, again) for again in ([False, True] if self.twice else [False])]

    def hand_in(self, course: Course, port: int) -> None:
        """Write the submission, or both; ``port`` is one at which somebody listens."""
        text = self.path.read_text()
        for learner in self.learners:
            folder = course.folder("submitted", learner, vault.UNIT)
            folder.mkdir(parents=True)
            path = folder / f"{vault.UNIT}.ipynb"
            if self.path.parent.name == "folders":
                nb = vault.solved(course, "def double(x):\n    return x - x + 7")
                importlib.import_module(f"tests.attacks.folders.{self.name}").submit(nb, folder)
            else:
                code = text.split('"""', 2)[2].strip().replace("{port}", str(port))
                nb = vault.solved(course, code)
                if "\ndef half" in code:  # it stays in the cell of double, and that of half uses it
                    vault.find(nb, f"{vault.UNIT}-half").source = "half"
            if not path.is_symlink() and not path.exists():
                path.write_text(nbformat.writes(nb), encoding="utf-8")


def read(path: Path) -> Attack:
    """The attack of a file. Raises ValueError for a file that does not say what it is."""
    lines = (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n")
    facts = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    if not lines[0] or set(facts) - KEYS or not {"threat", "must"} <= set(facts) or facts["threat"] not in THREATS:
        raise ValueError(f"{path.name} does not say what it tries, which threat it is and what must happen")
    return Attack(
        path.stem, path, lines[0], facts["threat"], facts["must"], float(facts.get("half", 0 if "refused" in facts else vault.WORTH["half"])),
        facts.get("says", ""), "refused" in facts, "twice" in facts,
    )  # fmt: skip


ATTACKS = sorted(
    (read(path) for folder in ("submissions", "folders") for path in (HERE / folder).glob("[!_]*.py")),
    key=lambda attack: (THREATS.index(attack.threat), attack.name),
)
