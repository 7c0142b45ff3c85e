"""nbgrader's exchange between users of one machine: what each can see of the others, and what is collected."""

import nbformat
import pytest
from bs4 import BeautifulSoup

from tests.grading.fixture_course import solved
from tests.hub.machine import COURSE

LATER = "2999-01-01 00:00:00.000000 UTC"


@pytest.fixture(scope="module")
def handed_in(machine):
    """Anna, bob and eve fetched, worked and submitted, with nbgrader's own commands."""
    for role in ("anna", "bob", "eve"):
        machine.nbgrader(role, "fetch_assignment", "mini", "--course", COURSE)
        place = machine.home(role) / "mini" / "mini.ipynb"
        text = place.read_text()
        assert "BEGIN" not in text and "secret_input" not in text
        changes = {} if role == "anna" else {"double": f"def double(x):\n    return 'made by {role}'"}
        place.write_text(nbformat.writes(solved(machine.course, **changes)))
        machine.nbgrader(role, "submit", "mini", "--course", COURSE)
    return machine


def may_not(machine, role, *command) -> bool:
    done = machine.run(role, *command)
    return done.returncode != 0 and "ermission denied" in done.stderr and not done.stdout


def inbound(machine):
    return machine.exchange / COURSE / "inbound"


def test_a_learner_cannot_look_where_others_handed_in(handed_in):
    there = inbound(handed_in)
    assert len(list(there.iterdir())) == 3
    assert may_not(handed_in, "eve", "ls", there)
    found = handed_in.run("eve", "python", "-c", f"import glob; print(glob.glob({str(there)!r} + '/*'))")
    assert found.stdout.strip() == "[]"
    # Each folder's name ends in 72 random bits; without them it is not found.
    names = [path.name for path in there.iterdir()]
    assert all(len(name.rpartition("+")[2]) == 12 for name in names) and len({name.rpartition("+")[2] for name in names}) == 3


def test_a_learner_cannot_enter_others_homes_or_the_course(handed_in):
    course = handed_in.course.root
    theirs = [handed_in.home("anna"), handed_in.home("instructor"), course, course / "source", course / "submitted"]
    for place in theirs:
        assert may_not(handed_in, "eve", "ls", place), place
    cache = handed_in.home("anna") / ".local/share/jupyter/nbgrader_cache"
    assert any(cache.rglob("submission_secret.txt"))
    for file in [course / "gradebook.db", course / "source/mini/mini.ipynb", handed_in.home("anna") / "mini/mini.ipynb",
                 next(cache.rglob("submission_secret.txt"))]:  # fmt: skip
        assert file.exists() and may_not(handed_in, "eve", "cat", file), file


def test_a_learner_cannot_move_or_delete_what_the_exchange_holds(handed_in):
    root = handed_in.exchange
    kept = sorted(path.name for path in inbound(handed_in).iterdir())
    for command in (["mv", root / COURSE, root / "gone"], ["rm", "-r", root / COURSE / "outbound" / "mini"],
                    ["mv", inbound(handed_in) / kept[0], root / "mine"], ["touch", root / COURSE / "outbound" / "new"],
                    ["rmdir", inbound(handed_in)], ["touch", root / COURSE / "feedback" / "new"]):  # fmt: skip
        done = handed_in.run("eve", *command)
        assert done.returncode != 0 and ("not permitted" in done.stderr or "ermission denied" in done.stderr), command
    assert sorted(path.name for path in inbound(handed_in).iterdir()) == kept


def test_the_learners_package_holds_no_answers(handed_in):
    found = handed_in.run("eve", "python", "-c", "import course; print(course.__path__[0])").stdout.strip()
    assert found.startswith(str(handed_in.place / "env"))
    assert (handed_in.place / found / "release" / "activations" / "activations.ipynb").exists()
    grep = handed_in.run("eve", "grep", "-rlE", "BEGIN (SOLUTION|HIDDEN)", found, "--include=*.ipynb")
    assert (grep.returncode, grep.stdout) == (1, "")


def test_what_eve_leaves_in_others_names_or_as_links_is_not_collected(handed_in):
    """By hand, beside what nbgrader would have written."""
    there, users = inbound(handed_in), handed_in.users
    secret = handed_in.course.root / "source" / "mini" / "mini.ipynb"
    hers = f"{there}/{users['eve']}+mini+{LATER}+x"
    script = f"""
set -e
cd {there}
as_bob='{users["bob"]}+mini+{LATER}+x'
mkdir "$as_bob" && cp ~/mini/mini.ipynb "$as_bob"
ln -s {handed_in.home("anna")} '{users["anna"]}+mini+{LATER}+x'
mkdir 'nobody+mini+no date+x' && mkfifo 'nobody+mini+no date+x/pipe'
mkdir '{hers}' && cp ~/mini/mini.ipynb '{hers}' && ln -s {secret} '{hers}/data.csv'
"""
    done = handed_in.run("eve", "sh", "-c", script)
    assert done.returncode == 0, done.stderr
    said = handed_in.nbgrader("instructor", "collect", "mini", "--update", cwd=handed_in.course.root)
    submitted = handed_in.course.root / "submitted"
    assert sorted(path.name for path in submitted.iterdir()) == sorted(users[role] for role in ("anna", "bob"))
    assert "made by bob" in (submitted / users["bob"] / "mini" / "mini.ipynb").read_text()
    assert "not collected: data.csv is a link" in said and "nobody+mini+no date+x: not collected" in said
    assert not list(submitted.rglob("data.csv"))
    # Gone again, and hers counts.
    assert handed_in.run("eve", "sh", "-c", f"rm -r '{hers}'").returncode == 0
    handed_in.nbgrader("instructor", "collect", "mini", "--update", cwd=handed_in.course.root)
    assert "made by eve" in (submitted / users["eve"] / "mini" / "mini.ipynb").read_text()


def test_feedback_is_for_who_has_the_secret(handed_in):
    course, machine = handed_in.course.root, handed_in
    machine.grade("mini")
    for words in (["generate_feedback", "mini"], ["release_feedback", "mini"]):
        machine.nbgrader("instructor", *words, cwd=course)
    pages = list((machine.exchange / COURSE / "feedback").iterdir())
    assert len(pages) == 3
    assert may_not(machine, "eve", "ls", machine.exchange / COURSE / "feedback")
    for role, points in (("anna", 9), ("bob", 3), ("eve", 3)):
        machine.nbgrader(role, "fetch_feedback", "mini", "--course", COURSE)
        (page,) = (machine.home(role) / "mini" / "feedback").rglob("mini.html")
        text = page.read_text()
        assert "secret_input" not in text and f"{points} of 12" in BeautifulSoup(text, "html.parser").get_text(" ", strip=True)
        assert [name for name in ("bob", "eve") if f"made by {name}" in text] == [role] * (role != "anna")
    # Without the secret another's page is not found, even by who knows the learner, the unit and the time.
    asked = machine.run("eve", "python", "-m", "nbgrader", "fetch_feedback", "mini", "--course", COURSE, "--student", machine.users["anna"])
    assert asked.returncode == 0 or "not found" in asked.stderr, asked.stderr
    (page,) = (machine.home("eve") / "mini" / "feedback").rglob("*.html")
    assert "made by eve" in page.read_text()
