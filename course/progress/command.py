"""``course progress``: how far a learner is, per unit or for the exercises of one."""

import argparse
from pathlib import Path

from course.learn import own_folder
from course.progress import read_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("unit", nargs="?", metavar="UNIT", help="list the exercises of this unit")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where your copies are kept")


def run(args: argparse.Namespace) -> int:
    print(read_table(own_folder(args.folder), args.unit or ""))
    return 0
