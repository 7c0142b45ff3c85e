"""``python -m tests.year --learners 60``: the whole year, unit by unit. It takes a second or two for each notebook, twice."""

import argparse
import tempfile
import time
from pathlib import Path

from course.grading import bank
from tests.grading.fixture_course import REPOSITORY
from tests.year.term import Term


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("--learners", type=int, default=60)
    parser.add_argument("--units", nargs="+", default=bank.units(REPOSITORY))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a new folder for the course, to look at it afterwards")
    args = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="year-") as folder:
        Term(args.keep or Path(folder), args.units, args.learners, lambda text: print(text, flush=True)).year()
    print(f"{args.learners} learners, {len(args.units)} units, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
