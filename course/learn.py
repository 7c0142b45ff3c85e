"""``course learn``: JupyterLab on the learner's own copies of the notebooks, at the start page."""

import argparse
from pathlib import Path

from course import lab
from course.delivery import RECORD, News, deliver, held
from course.errors import CourseError
from course.progress.record import workspace
from course.released import checkout, choose, find_release, read_units
from course.start_page import write_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("unit", nargs="?", metavar="UNIT", help="open this unit instead of the start page")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where your copies are kept")
    parser.add_argument("--port", type=port, metavar="N", help="the port to try first (default 8888)")
    parser.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")


def port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not '{text}'")
    return int(text)


def run(args: argparse.Namespace) -> int:
    release = find_release()
    folder = (args.folder or default_folder()).expanduser().resolve()
    if folder == release or release in folder.parents:
        raise CourseError(f"{folder} belongs to the released notebooks; choose another --folder.")
    page = find_page(release, args.unit)
    with held(folder):
        news = deliver(release, folder)
        start_page = write_page(release, folder)
        config = lab.configure(folder)
    if said := tell(news):
        print(said, flush=True)
    print(f"JupyterLab works in {folder}; stop it with Ctrl-C.", flush=True)
    given = lab.options(folder, page or start_page.name, args.port, not args.no_browser)
    return lab.start(config, given, checkout())


def default_folder() -> Path:
    root = checkout()
    return root / "workspace" if root else Path.cwd() / "neural-networks-1"


def find_page(release: Path, unit: str | None) -> str | None:
    """The workspace path of a unit's notebook. Raises CourseError for a unit that does not exist."""
    if unit is None:
        return None
    return choose(read_units(release), unit)[0].name


def own_folder(given: Path | None) -> Path:
    """The learner's folder: the one that was named, else the one around the current folder, else where copies are
    put by themselves. Raises CourseError where it holds no notebooks of the course."""
    folder = (given or workspace(Path.cwd().resolve()) or default_folder()).expanduser().resolve()
    if not (folder / RECORD).is_file():
        raise CourseError(f"{folder} holds no notebooks of the course; begin with 'course learn', or name your --folder.")
    return folder


def tell(news: News) -> str:
    """The one message about what a delivery brought; empty when it brought nothing."""
    lines = []
    if news.new:
        lines.append(f"{'Your copies' if news.first else 'New'}: {', '.join(news.new)}.")
    if news.replaced:
        lines.append(f"Corrected, and you had typed nothing there, so the new one took its place: {', '.join(news.replaced)}.")
    for name, before, look_again in news.updated:
        lines.append(f"Brought up to date, with all that you typed: {name}. As it was before: {before}.")
        if look_again:
            lines.append(f"  The task has changed where you had written already, so compare: {', '.join(look_again)}.")
    for mine, fresh in news.beside:
        lines.append(
            f"Corrected, and you had typed in yours, so yours is untouched: {mine}. "
            f"The corrected one lies beside it: {fresh}. Carry your answers over when you like; "
            "to hand that one in, give it the first one's name."
        )
    return "\n".join(lines)
