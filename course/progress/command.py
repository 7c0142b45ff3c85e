"""``course progress``: how far a learner is, per unit or for the exercises of one."""

import argparse
from pathlib import Path

from course.delivery import RECORD
from course.errors import CourseError
from course.learn import default_folder
from course.progress import read_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("unit", nargs="?", metavar="UNIT", help="list the exercises of this unit")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where your copies are kept")


def run(args: argparse.Namespace) -> int:
    folder = (args.folder or default_folder()).expanduser().resolve()
    if not (folder / RECORD).is_file():
        raise CourseError(f"{folder} holds no notebooks of the course; begin with 'course learn', or name your --folder.")
    print(read_table(folder, args.unit or ""))
    return 0
