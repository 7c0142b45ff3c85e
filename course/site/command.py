"""``course site``: build the reading site from the released notebooks, and check it."""

import argparse
import shutil
import tempfile
from pathlib import Path

from sphinx.cmd.build import main as sphinx

from course.authoring.places import find_root, show
from course.authoring.units import units
from course.errors import CourseError
from course.site import audit, pages

CONF = Path(__file__).parent / "sphinx"
OURS = "objects.inv"  # what Sphinx leaves in every site: a folder without it is not ours to replace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("unit", nargs="*", metavar="UNIT", help="these units only (default: all)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the pages go (default: site/ in the course's folder)")


def run(args: argparse.Namespace) -> int:
    """Returns 0, or 1 when the built pages have faults. Raises CourseError for a unit or folder that cannot be used."""
    root = find_root()
    known = units(root)
    for name in args.unit:
        if name not in known:
            raise CourseError(f"there is no unit '{name}'; there is: {', '.join(known)}.")
    out = (args.out or root / "site").resolve()
    if out.exists() and not (out / OURS).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise CourseError(f"{show(out, root)} holds something else; choose an empty folder with --out.")
    with tempfile.TemporaryDirectory(prefix="course-site-") as place:
        text, made = Path(place, "text"), Path(place, "site")
        pages.write(text, [name for name in known if not args.unit or name in args.unit], root)
        status = sphinx(["-q", "-W", "--keep-going", "-b", "html", "-c", str(CONF), "-d", f"{place}/doctrees", str(text), str(made)])
        faults = audit.faults(made)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)
    for fault in faults:
        print(f"course site: {fault}")
    count = len(list(out.glob("*/*.html")))
    print(f"{show(out, root)}/index.html and {count} pages{'' if faults or status else ': no dead link, no picture without words, no broken formula'}.")
    return 1 if faults or status else 0
