"""Mend the structure of a submitted notebook from the gradebook's record, and say in words what was mended.

Runs first among ``c.Autograde.sanitize_preprocessors``. The learner's code and answers stay as they are,
in their order; test cells, metadata and points become the course's own.
"""

import json
import re
from functools import lru_cache
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from course.grading import intake, ledger
from course.grading.course import Record
from course.grading.gradebooks import OpenGradebook
from course.grading.master import digest_of, records_of
from course.grading.regions import released
from course.rooms.cells import imports

STORY = "course_grading"
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
# Tags by which a front end or nbclient decides whether and how a cell runs.
RUN_TAGS = {"skip-execution", "raises-exception", ""}


class RestoreCells(NbGraderPreprocessor):
    """Put every locked or graded cell back as it was released, and keep what the learner wrote."""

    def preprocess(self, nb, resources):
        at = resources["nbgrader"]
        folder = Path(resources["metadata"]["path"])
        with OpenGradebook(at["db_url"]) as gradebook:
            unit = records_of(gradebook.find_assignment(at["assignment"]))
            try:
                intake.check(folder, unit)
            except intake.Refused as why:
                self.log.error("%s: %s", folder, why)
                ledger.refuse(gradebook, at["assignment"], at["student"], str(why), intake.digest(folder))
                raise
        mender = Mender(nb, unit[at["notebook"]])
        nb.cells = mender.mend()
        nb.nbformat_minor = max(nb.nbformat_minor, 5)  # the version from which cells have ids
        missing = [name for name in sorted(unit) if not (folder / f"{name}.ipynb").exists()]
        # Overwrites whatever a learner may have put there: the later steps trust it.
        nb.metadata[STORY] = NotebookNode(
            notes=mender.notes,
            losses=[],
            person=mender.person,
            missing=missing,
            submission=intake.digest(folder),
            imports=masters_imports(self, at),
            master=digest_of(unit),
        )
        for note in mender.notes + [what for _, what in mender.person]:
            self.log.warning("%s: %s", folder, note)
        return nb, resources


def masters_imports(step, at: dict) -> str:
    """The imports of the master's first code cell: what tests may use beside the learner's names."""
    while step is not None and not hasattr(step, "coursedir"):
        step = step.parent
    for station in ("source_directory", "release_directory") if step is not None else ():
        folder = step.coursedir.format_path(getattr(step.coursedir, station), ".", at["assignment"])
        path = Path(folder, f"{at['notebook']}.ipynb")
        if path.is_file():
            return _imports_of(path, path.stat().st_mtime_ns, path.stat().st_size)
    return ""


@lru_cache(50)  # the same master for each of a class
def _imports_of(path: Path, *version) -> str:
    master = json.loads(path.read_text(encoding="utf-8"))
    codes = [cell["source"] for cell in master["cells"] if cell["cell_type"] == "code"]
    return imports(["".join(code) for code in codes])


class Mender:
    """One notebook on the bench: ``mend()`` gives its cells, ``notes`` and ``person`` say what was done."""

    def __init__(self, nb, records: list[Record]):
        self.cells = list(nb.cells)
        self.records = {record.name: record for record in records}
        self.told: dict[str, list[str]] = {}
        self.person: list[list[str]] = []

    @property
    def notes(self) -> list[str]:
        """A sentence for each kind of repair, with the cells that it concerns."""
        return [f"{what}: {listing(names)}." for what, names in self.told.items()]

    def _tell(self, what: str, name: str) -> None:
        self.told.setdefault(what, []).append(name)

    def mend(self) -> list:
        for cell in self.cells:
            _tidy(cell)
        self.place = self._identify()
        self._drop_foreign_marks()
        self._take_out_misplaced()
        for name, cell in self.place.items():
            self._rebuild(cell, self.records[name])
        self._put_in_missing()
        self._name_cells()
        return self.cells

    def _identify(self) -> dict[str, NotebookNode]:
        """Which cell is which record: by nbgrader's id, else by the cell's own id (a renamed cell keeps it)."""
        claims: dict[str, list] = {name: [] for name in self.records}
        for cell in self.cells:
            if (name := intake.grade_id(cell)) in claims:
                claims[name].append(cell)
        for cell in self.cells:
            name = cell.get("id")
            if claims.get(name) == [] and intake.grade_id(cell) not in claims:
                claims[name].append(cell)
                self._tell("Without its name, known by its cell id", name)
        return {name: self._choose(name, cells) for name, cells in claims.items() if cells}

    def _choose(self, name: str, cells: list) -> NotebookNode:
        """Among copies of a cell, the one that counts. The others stay where they are, as ordinary cells."""
        if len(cells) == 1:
            return cells[0]
        record = self.records[name]
        if record.kind in ("solution", "manual"):
            written = [cell for cell in cells if not same(cell.source, released(record.source))] or cells
            if record.kind == "manual" and len({cell.source.strip() for cell in written}) > 1:
                self.person.append([name, f"'{name}' was answered in {len(written)} cells; the last one counts as the answer."])
            chosen = written[-1]
        else:
            chosen = next((cell for cell in cells if cell.get("id") == name), cells[-1])
        self._tell("There more than once, the copies became ordinary cells", name)
        return chosen

    def _drop_foreign_marks(self) -> None:
        mine = {id(cell) for cell in self.place.values()}
        for cell in self.cells:
            if id(cell) in mine:
                continue
            name = intake.grade_id(cell)
            if name and name not in self.records:
                self._tell("Not of this notebook, became ordinary cells", name)
            cell.metadata.pop("nbgrader", None)

    def _take_out_misplaced(self) -> None:
        """A test cell that stands before a solution it should follow would fail for its place alone."""
        furthest = -1
        for name, record in self.records.items():
            cell = self.place.get(name)
            if cell is None:
                continue
            if record.kind == "solution":
                furthest = max(furthest, self._index(cell))
            elif record.kind == "test" and self._index(cell) < furthest:
                self._tell("Moved before its solution, put back after it", name)
                del self.place[name]
                self.cells = [other for other in self.cells if other is not cell]
                self.place[name] = self._insert(record)
                furthest = max(furthest - 1, self._index(self.place[name]))

    def _rebuild(self, cell, record: Record) -> None:
        if cell.cell_type != record.cell_type:
            self._tell(f"Had become a {cell.cell_type} cell, is {record.cell_type} again", record.name)
            cell.cell_type = record.cell_type
        mark = cell.metadata.get("nbgrader") or {}
        if record.points is not None and mark.get("points") not in (None, record.points):
            self._tell("Points had been changed, set back", record.name)
        if RUN_TAGS & set(cell.metadata.get("tags", [])):
            self._tell("Tagged not to run, the tag was taken off", record.name)
        if record.kind in ("solution", "manual"):
            cell.metadata["tags"] = [tag for tag in cell.metadata.get("tags", []) if tag not in RUN_TAGS]
        else:
            if not (same(cell.source, released(record.source)) or same(cell.source, record.source)):
                self._tell("Locked but not as it was released, the course's own was used", record.name)
            cell.source = record.source
            cell.metadata = NotebookNode(deletable=False, editable=False)
        cell.metadata["nbgrader"] = _mark(record)
        if cell.cell_type == "code":
            cell.pop("attachments", None)
            cell.setdefault("outputs", [])
            cell.setdefault("execution_count", None)
        else:
            cell.pop("outputs", None)
            cell.pop("execution_count", None)

    def _put_in_missing(self) -> None:
        for name, record in self.records.items():
            if name in self.place:
                continue
            if record.kind == "solution":
                # Not put back: an empty stub could hide what the learner wrote in a new cell instead.
                self._tell("Solution cell missing, its tests used what the other cells define", name)
                continue
            self.place[name] = self._insert(record)
            if record.kind == "manual":
                self.person.append([name, f"The answer cell '{name}' is missing; look whether the answer stands elsewhere."])
            else:
                self._tell("Missing, put back", name)

    def _insert(self, record: Record) -> NotebookNode:
        """Make a record's cell and put it where it belongs.

        A test goes after the last code before the next record that is still there: late enough for whatever
        the learner wrote in between, and before the next exercise's text. Anything else goes right after
        the record before it.
        """
        cell = NotebookNode(cell_type=record.cell_type, metadata=NotebookNode(), source=released(record.source))
        names = list(self.records)
        here = names.index(record.name)
        before = [self._index(self.place[name]) for name in names[:here] if name in self.place]
        after = [self._index(self.place[name]) for name in names[here + 1 :] if name in self.place]
        at = floor = max(before, default=-1) + 1
        if record.kind == "test":
            at = max(floor, after[0] if after else len(self.cells))
            while at > floor and self.cells[at - 1].cell_type != "code":
                at -= 1
        self.cells.insert(at, cell)
        self._rebuild(cell, record)
        return cell

    def _index(self, cell) -> int:
        return next(i for i, other in enumerate(self.cells) if other is cell)

    def _name_cells(self) -> None:
        """Give each cell an id that is valid and its own; a record's cell gets the record's name."""
        names = {id(cell): name[:64] for name, cell in self.place.items()}
        taken = set(names.values())
        for i, cell in enumerate(self.cells):
            own = names.get(id(cell))
            if own is None:
                own = cell.get("id")
                if not isinstance(own, str) or not CELL_ID.fullmatch(own) or own in taken:
                    own = f"cell-{i}-{len(taken)}"
                taken.add(own)
            cell["id"] = own


def listing(names: list[str], most: int = 6) -> str:
    """``a, b, c``; of many the first few and how many more there are."""
    names = list(dict.fromkeys(names))
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _mark(record: Record) -> NotebookNode:
    """nbgrader's metadata for a record, schema version 3."""
    graded = record.kind in ("test", "manual")
    mark = NotebookNode(
        schema_version=3,
        grade_id=record.name,
        grade=graded,
        solution=record.kind in ("solution", "manual"),
        locked=record.locked,
        task=record.kind == "task",
        cell_type=record.cell_type,
    )
    if record.checksum:
        mark["checksum"] = record.checksum
    if record.points is not None:
        mark["points"] = record.points
    return mark


def _tidy(cell) -> None:
    """Bring metadata that is not of the expected type into a shape that the later steps can read."""
    if not isinstance(cell.metadata.get("nbgrader", {}), dict):
        del cell.metadata["nbgrader"]
    tags = cell.metadata.get("tags")
    if tags is not None:
        cell.metadata["tags"] = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def same(left: str, right: str) -> bool:
    """Whether two sources are equal but for white space at the ends of lines."""
    return [line.rstrip() for line in left.strip().split("\n")] == [line.rstrip() for line in right.strip().split("\n")]
