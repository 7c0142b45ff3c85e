"""``course``: one word chooses a command, and each command is one call into a room.

A command's module is imported only when the command is chosen, so that a learner who runs
``course learn`` needs neither nbgrader nor jupytext.
"""

import argparse
import gc
import importlib
import sys

from course.errors import CourseError

# command: (module, what it does). The module offers add_arguments(parser) and run(args) -> int.
COMMANDS = {
    "learn": ("course.learn", "open JupyterLab on your own copies of the notebooks"),
    "progress": ("course.progress.command", "show how far you are, unit by unit"),
    "grade-me": ("course.grading.alone.command", "grade your own copy of a unit by all its tests"),
    "solution": ("course.solution", "show the solution of an exercise, after a word of caution"),
    "build": ("course.authoring.build", "make the solved masters from the units' text"),
    "import": ("course.authoring.importing", "bring an edited master back into the unit's text"),
    "release": ("course.authoring.release", "make the unsolved notebooks from the masters"),
    "sample": ("course.grading.sample", "write the sample class into submitted/"),
    "grade": ("course.grading.grade", "grade what is in submitted/"),
    "report": ("course.grading.report", "write the class table as CSV and HTML"),
    "extension": ("course.grading.extension", "give a learner more time for a unit"),
    "export": ("course.grading.export", "write the scores for a learning platform"),
    "feedback": ("course.grading.feedback", "write the learners' HTML feedback"),
    "audit": ("course.audit.command", "measure the tests on the bank and on mutants of the masters"),
    "site": ("course.site.command", "build the reading site, which needs neither kernel nor network"),
}
# `course all` does these in one process: to start nbgrader five times takes longer than a second run's work.
ALL = ("build", "release", "sample", "grade", "report")
NEEDED = {"jupytext", "nbgrader", "rich", "yaml"}
FOR_AUDIT = {"libcst"}
FOR_SITE = {"bs4", "latex2mathml", "sphinx"}


def usage() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {what}" for name, (_, what) in COMMANDS.items()]
    lines.append(f"  {'all':<{width}}  {', '.join(ALL[:-1])} and {ALL[-1]}, one after the other")
    return "usage: course COMMAND [options]\n\n" + "\n".join(lines) + (
        "\n\n'course COMMAND --help' says more about one of them."
    )


def main(argv: list[str] | None = None) -> int:
    """Run one command. Returns its exit status: 0 done, 1 found something, 2 bad input."""
    argv = sys.argv[1:] if argv is None else argv
    if not argv or argv[0] in ("-h", "--help"):
        print(usage())
        return 0
    name, rest = argv[0], argv[1:]
    if argv == ["all"]:
        return run_all()
    if name not in COMMANDS:
        print(f"course: there is no command '{name}'; 'course --help' lists them.", file=sys.stderr)
        return 2
    module, what = COMMANDS[name]
    if name == "grade":
        from course.grading import early

        early.warm_up(rest)
    try:
        room = import_room(module)
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("course"):
            raise
        way = "the course with: pip install ."
        if missing.name in NEEDED:
            way = "the teaching tools with: pip install '.[teach]'"
        elif missing.name.split(".")[0] in FOR_AUDIT:
            way = "the audit's tools with: pip install '.[audit]'"
        elif missing.name.split(".")[0] in FOR_SITE:
            way = "the site's tools with: pip install '.[site]'"
        print(f"course {name}: the package '{missing.name}' is missing; install {way}", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(prog=f"course {name}", description=what[0].upper() + what[1:] + ".")
    room.add_arguments(parser)
    try:
        return room.run(parser.parse_args(rest))
    except CourseError as error:
        print(f"course {name}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"course {name}: interrupted; what was finished is kept.", file=sys.stderr)
        return 130


def import_room(module: str):
    """Import a command's module. What it brings stays: to look for garbage in it, then and ever after, only takes time."""
    if module in sys.modules:
        return importlib.import_module(module)
    gc.disable()
    try:
        return importlib.import_module(module)
    finally:
        gc.enable()
        gc.freeze()


def run_all() -> int:
    """Every station once. Goes on past what was merely found (1), stops at bad input (2) and interrupts."""
    status = 0
    for name in ALL:
        print(f"== course {name}", flush=True)
        status = max(status, main([name]))
        if status > 1:
            break
    return status
