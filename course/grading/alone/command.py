"""``course grade-me``: grade your own copy of a unit by all its tests, and read what is still wrong."""

import argparse
import os
from datetime import datetime
from pathlib import Path
from textwrap import fill

from course.delivery import KEEP, held, typed
from course.errors import CourseError
from course.grading.alone import page, private, verdicts
from course.learn import own_folder
from course.progress import graded
from course.progress.layout import UNWRITTEN, number
from course.progress.summary import last_worked_on, summarise
from course.released import Unit, choose, find_release, read_units
from course.start_page import write_page

LOG = f"{KEEP}/grade-me.log"
ABOUT = (
    "Graded by all tests, as you saved it on {}. Of a hidden test you read which property failed, not how it was tested. "
    "Change your notebook, save it, and grade yourself again, as often as you like."
)
MANUAL = " A text answer is for people to grade: compare yours with the one that {} shows in a terminal."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("unit", nargs="?", metavar="UNIT", help="the unit, or a notebook of it (default: what you worked on last)")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where your copies are kept")
    parser.add_argument("--no-jail", action="store_true", help="run your notebook with your own rights, outside of the jail")


def run(args: argparse.Namespace) -> int:
    """Returns 0 however many points there are. Raises CourseError for what cannot be graded."""
    folder = own_folder(args.folder)
    release = find_release()
    units = read_units(release)
    mine = which(args.unit, folder, release, units)
    there = [unit for unit in mine if (folder / unit.name).is_file()]
    if not there:
        raise CourseError(f"{folder / mine[0].name} is not there; 'course learn' brings a fresh copy.")
    saved = {unit.name: read_saved(folder / unit.name) for unit in there}
    print(f"Grading {' and '.join(saved)}, as saved on {private.when(max(when for _, when in saved.values()))} …", flush=True)
    contents = {Path(name).stem: content for name, (content, _) in saved.items()}
    name = there[0].folder
    try:
        with private.graded(name, contents, not args.no_jail, about(there, saved), folder / LOG, tell) as (course, entry):
            marks = verdicts.marks(course, name)
            pages = {each: (course.folder("feedback", private.LEARNER, name) / f"{each}.html").read_bytes() for each in marks}
            story = entry.story
    except CourseError as error:
        raise CourseError(f"{folder / there[0].name} was not graded, and nothing was changed: {error}") from None
    now = datetime.now().astimezone().replace(microsecond=0)
    with held(folder):
        for unit in there:
            (content, when), stem = saved[unit.name], Path(unit.name).stem
            place = page.put(folder, stem, pages[stem])
            found = graded.Grading(now, when, typed(Path(unit.name), content) or "", place, marks[stem])
            graded.note(folder, unit.name, found)
            told = story.get(stem, {})
            print(summary(unit, found, told.get("notes", []) + told.get("losses", []), folder))
        write_page(release, folder)
    return 0


def tell(words: str) -> None:
    print(words, flush=True)


def which(asked: str | None, folder: Path, release: Path, units: list[Unit]) -> list[Unit]:
    """The notebooks of the unit that was meant. Raises CourseError where it is none."""
    if asked and asked.endswith(".ipynb"):
        path = Path(asked).expanduser()
        at = next((each for each in (Path.cwd() / path, folder / path) if each.is_file()), folder / path).resolve()
        unit = next((unit for unit in units if (folder / unit.name).resolve() == at), None)
        if unit is None:
            raise CourseError(f"{asked} is no notebook of the course under its own name; name a unit, for example: {units[0].folder}.")
        return choose(units, unit.folder)
    if asked:
        return choose(units, asked.strip("/"))
    here = Path.cwd().resolve()
    if here.parent == folder and any(unit.folder == here.name for unit in units):
        return choose(units, here.name)
    last = last_worked_on(folder, summarise(release, folder))
    if last is None:
        raise CourseError(f"you have saved nothing in {folder} yet; do an exercise first, or name a unit.")
    return choose(units, last.split("/")[0])


def read_saved(path: Path) -> tuple[bytes, datetime]:
    """A notebook's bytes as they were saved, and when that was."""
    try:
        while True:
            before, content, after = path.stat(), path.read_bytes(), path.stat()
            if before.st_mtime_ns == after.st_mtime_ns:
                return content, datetime.fromtimestamp(before.st_mtime).astimezone().replace(microsecond=0)
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror or error}).") from None


def about(there: list[Unit], saved: dict) -> str:
    """The sentence at the head of the page."""
    said = ABOUT.format(private.when(max(when for _, when in saved.values())))
    manual = [each.id for unit in there for each in unit.exercises if each.manual]
    return said + (MANUAL.format(" or ".join(f"'course solution {id}'" for id in manual)) if manual else "")


def summary(unit: Unit, found: graded.Grading, noticed: list[str], folder: Path) -> str:
    """A notebook's result for the terminal: points by exercise, and what failed."""
    lines = ["", f"{unit.title}: {number(found.points)} of {number(found.possible)} points"]
    unwritten = [each.name for each in unit.exercises if unwritten_yet(found.exercises.get(each.id))]
    shown = [each for each in unit.exercises if each.name not in unwritten]
    width = max((len(each.name) for each in shown), default=0)
    for each in shown:
        mark = found.exercises.get(each.id)
        if mark is None:
            lines.append(f"  ? {each.name:<{width}}  a text is for people to grade; compare: course solution {each.id}")
            continue
        sign = "✓" if mark.points >= mark.possible else "◐" if mark.points else "✗"
        why = list(mark.failed) or ([] if sign == "✓" else ["not all its points; the page says more"])
        brought = f"{number(mark.points)} of {number(mark.possible)}"
        lines.append(f"  {sign} {each.name:<{width}}  {brought}  {''.join(why[:1])}".rstrip())
        lines += [f"    {'':<{width}}  {'':<{len(brought)}}  {more}" for more in why[1:]]
    if unwritten:
        lines += fill(f"· not written yet: {', '.join(unwritten)}", 100, initial_indent="  ", subsequent_indent="    ").splitlines()
    lines += [f"  {line}" for line in noticed]
    link = os.path.relpath(folder / found.page)
    return "\n".join([*lines, f"Feedback: {link if not link.startswith('..') else folder / found.page}"])


def unwritten_yet(mark: graded.Mark | None) -> bool:
    return mark is not None and not mark.points and mark.failed == (UNWRITTEN,)
