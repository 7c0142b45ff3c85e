"""The rules of the house that a machine can hold."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from course import cli

ROOT = Path(__file__).parents[1]
COURSE = ROOT / "course"
TEACHING = ("course.audit", "course.authoring", "course.grading", "course.site")
TOOLS = ("libcst", "nbgrader", "jupytext", "rich", "yaml")
LONGEST = 350


def name_of(path):
    """course/checks/ladder.py -> course.checks.ladder"""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(COURSE.rglob("*.py"))}
LEARNERS = [name for name in MODULES if not name.startswith(TEACHING) and name not in ("course.cli", "course.__main__")]


def imported(name):
    """Every module that a file imports, at its top or inside its functions."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) + 1 - node.level]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def under(name, *packages):
    return any(name == package or name.startswith(package + ".") for package in packages)


def loaded_by(statement):
    """The top-level packages in memory after a statement in a fresh interpreter."""
    program = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_modules_are_found():
    assert {"course", "course.cli", "course.learn", "course.checks"} <= MODULES.keys()
    assert {"course", "course.learn", "course.checks"} <= set(LEARNERS)


def test_relative_imports_are_understood():
    """The reader of imports is itself no blind spot."""
    source = "from . import a\nfrom .b import c\nfrom ..d import e\nimport f.g"
    probe = COURSE / "checks" / "probe.py"
    MODULES["course.checks.probe"] = type("Text", (), {"name": probe.name, "read_text": lambda self: source})()
    try:
        found = set(imported("course.checks.probe"))
    finally:
        del MODULES["course.checks.probe"]
    assert {"course.checks.a", "course.checks.b", "course.checks.b.c", "course.d.e", "f.g"} <= found


def test_importing_the_course_is_light():
    assert not loaded_by("import course") & {"torch", "matplotlib", "numpy", "sympy", *TOOLS}


def test_what_learners_import_brings_no_teaching_tools():
    assert not loaded_by("import " + ", ".join(LEARNERS)) & set(TOOLS)


def test_starting_a_learner_needs_no_torch():
    assert not loaded_by("import course.cli, course.learn") & {"torch", "numpy", "matplotlib", *TOOLS}


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_downwards(name):
    found = list(imported(name))
    if name != "course.__main__":
        assert not [each for each in found if under(each, "course.cli")], "only the command line imports course.cli"
    if name in LEARNERS:
        above = [each for each in found if under(each, *TEACHING, *TOOLS)]
        assert not above, f"what learners import reaches up to {above}"
    if under(name, "course.checks"):
        assert not [each for each in found if under(each, "course.widgets", "course.figures", "course.learn")]


@pytest.mark.parametrize("path", [p for p in sorted(COURSE.rglob("*")) if p.suffix in (".py", ".js", ".css")], ids=name_of)
def test_a_file_is_one_idea(path):
    assert len(path.read_text().splitlines()) <= LONGEST


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


# Written in pieces, so that this file does not find itself. jovyan is the user of Jupyter's public images.
MACHINE = [
    "/" + "work/", "/" + "root/", "/" + r"tmp/\w", "/" + r"home/(?!jovyan\b)\w", "/" + r"Users/\w", r"[A-Z]:\\+" + "Users",
]  # fmt: skip
HOSTS = [r"pypi\." + "org", r"python" + r"hosted\.org", r"download\.pytorch\." + "org", r"npmjs\." + "org",
         r"anaconda\." + "org", "/opt/" + "pypi", "/opt/" + "wheels"]  # fmt: skip


@pytest.mark.parametrize("kind", ["machine", "host"])
def test_no_committed_file_names_a_machine(kind):
    pattern = re.compile("|".join(MACHINE if kind == "machine" else HOSTS))
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        if (match := pattern.search(path.read_text(errors="replace")))
    ]
    assert not found


def test_the_patterns_find_what_they_look_for():
    for text in ["/work" + "/x", "/home" + "/ada", "C:\\" + "Users"]:
        assert re.search("|".join(MACHINE), text)
    assert re.search("|".join(HOSTS), "https://" + "pypi." + "org/simple")


README = (ROOT / "README.md").read_text() if (ROOT / "README.md").exists() else ""
COMMANDS = re.findall(r"^(?:\$ )?(?:python -m )?course (\w+)", README, re.M) + re.findall(r"`course (\w+)", README)
TARGETS = re.findall(r"^(?:\w+=\S+ )*make (\w+)", README, re.M) + re.findall(r"`make (\w+)", README)
LINKS = [link for link in re.findall(r"\]\(([^)#\s]+)", README) if "://" not in link]


def test_the_readme_is_read():
    assert {"learn", "build", "import", "release", "grade", "report", "feedback"} <= set(COMMANDS) and {"learn", "course", "test"} <= set(TARGETS)


@pytest.mark.parametrize("command", sorted(set(COMMANDS)))
def test_commands_in_the_readme_exist(command):
    module, _ = cli.COMMANDS[command]
    assert module in MODULES


@pytest.mark.parametrize("target", sorted(set(TARGETS)))
def test_targets_in_the_readme_exist(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.M)


@pytest.mark.parametrize("link", sorted(set(LINKS)))
def test_files_in_the_readme_exist(link):
    assert (ROOT / link).exists()


def test_the_readme_names_the_units_that_are_there():
    said = re.search(r"^The units: (.*)$", README, re.M)[1]
    there = {folder.name for folder in (COURSE / "units").iterdir() if any(folder.glob("*.md"))}
    assert set(re.findall(r"`(\w+)`", said)) == there


def test_every_phony_target_is_explained():
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)[1].split()
    explained = set(re.findall(r'@echo "make (\w+)', makefile))
    assert explained == {name for name in phony if not name.startswith("has-") and name != "help"}
