"""Run nbgrader's own tests against this course's configuration, and hold the list of differences to what they find.

python -m tests.nbgrader_own [FILE ...]      FILE: the name of a test file without test_, such as nbgrader_autograde

nbgrader ships its tests. Each file runs by itself, with a configuration folder that holds this course's settings. A test
that fails must stand in the table of docs/nbgrader.md with the reason, and what stands there must fail.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import nbgrader.tests

from tests.grading.jailed import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "nbgrader.md"
THEIRS = Path(nbgrader.tests.__file__).parent
APPS = ("nbgrader_autograde", "nbgrader_generate_assignment", "nbgrader_generate_feedback")
FILES = {name: THEIRS / "apps" / f"test_{name}.py" for name in APPS} | {
    path.stem.removeprefix("test_"): path for path in sorted((THEIRS / "preprocessors").glob("test_*.py"))
}


def differences(page: Path = PAGE) -> dict[str, str]:
    """The tests of the table that fail here, with the reasons. A test is ``file::name``."""
    rows = re.findall(r"^\| `(\w+)::([^`]+)` \| (.+) \|$", page.read_text(encoding="utf-8"), re.M)
    return {f"{file}::{name}": reason for file, name, reason in rows}


def outcomes(name: str, place: Path) -> dict[str, str]:
    """What each test of a file came to: "" when it passed or was skipped, else the last line of its failure."""
    config = place / "config"
    config.mkdir(exist_ok=True)
    (config / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text() + SETTINGS)
    guide = Path("nbgrader") / "docs" / "source" / "user_guide"
    if not (place / guide).exists():
        # Where these tests look for its files, in nbgrader's own repository.
        shutil.copytree(THEIRS.parents[1] / guide, place / guide)
    report = place / f"{name}.xml"
    paths = {"PYTHONPATH": str(ROOT), "PATH": sysconfig.get_path("scripts")}  # nbgrader starts alembic by its bare name
    paths = {name: os.pathsep.join([first, os.environ.get(name, "")]) for name, first in paths.items()}
    environment = {**os.environ, **paths, "JUPYTER_CONFIG_DIR": str(config)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(THEIRS.parent), f"--junitxml={report}"]
    done = subprocess.run([*command, str(FILES[name])], cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if not report.exists() or done.returncode not in (0, 1):
        raise SystemExit(f"nbgrader's tests in {FILES[name].name} could not be run:\n{done.stdout[-3000:]}")
    found = {}
    for case in ElementTree.parse(report).iter("testcase"):
        wrong = [part for part in case if part.tag in ("failure", "error")]
        text = (wrong[0].get("message") or wrong[0].text or "failed") if wrong else ""
        found[f"{name}::{case.get('name')}"] = " ".join(text.split())[:300]
    return found


def main(names: list[str]) -> int:
    unknown = set(names) - set(FILES)
    if unknown:
        raise SystemExit(f"no such file: {', '.join(sorted(unknown))}; there are {', '.join(FILES)}")
    known, wrong, count, failed = differences(), [], 0, 0
    with tempfile.TemporaryDirectory(prefix="nbgrader-") as folder:
        for name in names or FILES:
            found = outcomes(name, Path(folder))
            count += len(found)
            failed += sum(map(bool, found.values()))
            print(f"{name}: {len(found)} tests, {sum(map(bool, found.values()))} that differ", flush=True)
            for test, why in found.items():
                if why and test not in known:
                    wrong.append(f"{test} fails and is not in {PAGE.name}: {why}")
                elif not why and test in known:
                    wrong.append(f"{test} is in {PAGE.name} and does not fail")
            wrong += [f"{test} is in {PAGE.name} and is no test" for test in known if test.split("::")[0] == name and test not in found]
    print(f"{count} tests of nbgrader's own: {count - failed} pass, {failed} differ.", *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
