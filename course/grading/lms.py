"""The CSV files that learning platforms take: what identifies a learner in each, and how a column of points is headed.

- Moodle, "Grades > Import > CSV file" (docs.moodle.org/en/Grade_import): one row for each learner; which column identifies
  the learner and which is which grade item is chosen while importing, so that any heads serve.
- Canvas, "Gradebook > Import" (Instructure Community, "How do I import grades in the Gradebook?"): the columns Student, ID, SIS User
  ID, SIS Login ID and Section come first, a column of an assignment is headed by its name, with Canvas' number in brackets behind
  it where it exists already, and a row "Points Possible" below the heads gives the maxima.
- Blackboard Learn, "Full Grade Center > Work Offline > Upload" (help.blackboard.com, "Work Offline with Grade Data"): Username
  identifies the learner; a column without a number of Blackboard's becomes a new one, of text, so take its own file (``--roster``).
"""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError

KINDS = ("plain", "moodle", "canvas", "blackboard")
CANVAS_NUMBER = re.compile(r"\s*\(\d+\)$")
BLACKBOARD_TAIL = re.compile(r"\s*\[Total Pts:.*$")
KEYS = {  # lower-case heads by which a platform's own file names a learner, the surest first
    "plain": ("learner",),
    "moodle": ("username", "id number", "email address"),
    "canvas": ("sis login id", "sis user id", "id"),
    "blackboard": ("username",),
}


@dataclass
class Learner:
    """Who it is, as nbgrader's gradebook knows (``nbgrader db student add --first-name ... --email ... --lms-user-id ...``), and
    their points by unit, as text; a unit without final points is missing or empty."""

    id: str
    first: str = ""
    last: str = ""
    email: str = ""
    number: str = ""
    points: dict[str, str] | None = None

    @property
    def name(self) -> str:
        return f"{self.last}, {self.first}" if self.last and self.first else self.last or self.first or self.id


def table(kind: str, learners: list[Learner], maxima: dict[str, str]) -> list[list[str]]:
    """The rows of a platform's file, heads first; ``maxima`` maps units, in order, to their points."""
    units = list(maxima)

    def points(one: Learner) -> list[str]:
        return [(one.points or {}).get(unit, "") for unit in units]

    if kind == "canvas":
        rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *units]]
        rows.append(["    Points Possible", "", "", "", "", *maxima.values()])
        return rows + [[one.name, one.number, "", one.id, "", *points(one)] for one in learners]
    if kind == "moodle":
        heads = ["Username", "ID number", "Email address", "First name", "Last name", *units]
        return [heads] + [[one.id, one.number, one.email, one.first, one.last, *points(one)] for one in learners]
    if kind == "blackboard":
        heads = ["Last Name", "First Name", "Username", *units]
        return [heads] + [[one.last, one.first, one.id, *points(one)] for one in learners]
    heads = ["learner", "first_name", "last_name", "email", *units]
    return [heads] + [[one.id, one.first, one.last, one.email, *points(one)] for one in learners]


@dataclass
class Roster:
    """A platform's own export: its rows, how it was written, and where the rows with learners begin."""

    rows: list[list[str]]
    delimiter: str
    encoding: str

    def text(self) -> str:
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator="\n").writerows(self.rows)
        return out.getvalue()


def read_roster(path: Path) -> Roster:
    """Raises CourseError for a file that cannot be read or is no table."""
    try:
        raw = path.read_bytes()
        marks = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb": "utf-8-sig"}
        encoding = marks.get(raw[:2], "utf-8")
        text = raw.decode(encoding)
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is no text'}.") from None
    first = text.split("\n", 1)[0]
    delimiter = "\t" if first.count("\t") > first.count(",") else ";" if first.count(";") > first.count(",") else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    if not rows or len(rows[0]) < 2:
        raise CourseError(f"{path} is no table of learners: its first row must be the heads of the platform's own export.")
    return Roster(rows, delimiter, encoding)


def fill(kind: str, roster: Roster, learners: list[Learner], maxima: dict[str, str]) -> tuple[list[str], list[str]]:
    """Put the points into a platform's own export, in place; columns of other things stay.

    A unit's column is the one that has its name, whatever case, blanks for underscores, and the platform's own number behind it; a
    missing one is added. Returns the learners who are not in the file, and the names in the file that the course does not know.
    Raises CourseError where no column names the learners.
    """
    heads = roster.rows[0]
    small = [head.strip().lower() for head in heads]
    if not (keys := [small.index(key) for key in KEYS[kind] if key in small]):
        raise CourseError(f"the roster has none of the columns {', '.join(KEYS[kind])}; is it {kind}'s own export?")
    columns = {}
    for unit, maximum in maxima.items():
        names = [_plain_head(head) for head in heads]
        if unit.replace("_", " ").lower() in names:
            columns[unit] = names.index(unit.replace("_", " ").lower())
        else:
            columns[unit] = len(heads)
            heads.append(unit)
    by_id = {one.id: one for one in learners} | {one.email: one for one in learners if one.email}
    by_id |= {one.number: one for one in learners if one.number}
    seen, unknown = set(), []
    for row in roster.rows[1:]:
        row += [""] * (len(heads) - len(row))
        if kind == "canvas" and row[0].strip() == "Points Possible":
            for unit, at in columns.items():
                row[at] = row[at] or maxima[unit]
            continue
        one = next((by_id[row[key].strip()] for key in keys if row[key].strip() in by_id), None)
        if one is None:
            unknown += [row[keys[0]].strip() or row[0].strip()] if any(row) else []
            continue
        seen.add(one.id)
        for unit, at in columns.items():
            row[at] = (one.points or {}).get(unit, "") or row[at]
    return [one.id for one in learners if one.id not in seen], unknown


def _plain_head(head: str) -> str:
    return BLACKBOARD_TAIL.sub("", CANVAS_NUMBER.sub("", head)).strip().replace("_", " ").lower()
