"""Several learners at once on a real JupyterHub: log in, fetch, work, submit, get feedback; each alone with their own."""

import re
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest

from tests.grading.fixture_course import REPOSITORY, solved
from tests.hub import hub as hubs
from tests.hub.machine import COURSE

pytestmark = pytest.mark.skipif(hubs.why_not() is not None, reason=str(hubs.why_not()))
# What each makes of the unit, and the points for it.
WORK = {"anna": ({}, 9), "bob": ({"double": "def double(x):\n    return 'of bob'"}, 3), "eve": ({"share": "def share(n):\n    return 'of eve'"}, 6)}


@pytest.fixture(scope="module")
def hub(machine):
    with hubs.running(machine) as address:
        yield address


@pytest.fixture(scope="module")
def learners(machine, hub):
    """All logged in at once, each in their own server."""
    visitors = {role: hubs.Visitor(hub, machine.users[role]) for role in WORK}

    def start(visitor):
        assert visitor.log_in(machine.password).status_code == 200
        visitor.start()

    with ThreadPoolExecutor(len(visitors)) as pool:
        list(pool.map(start, visitors.values()))
    return visitors


@pytest.fixture(scope="module")
def handed_in(machine, learners):
    """All fetched, worked and submitted at once, with the requests that nbgrader's buttons make."""

    def work(role):
        learner = learners[role]
        learner.assignments("fetch", "mini", COURSE)
        answer = learner.of(learner.user, "api/contents/mini/mini.ipynb")
        assert answer.status_code == 200 and "secret_input" not in answer.text
        nb = nbformat.writes(solved(machine.course, **WORK[role][0]))
        body = {"type": "notebook", "format": "json", "content": nbformat.reads(nb, as_version=4)}
        assert learner.of(learner.user, "api/contents/mini/mini.ipynb", "put", json=body).status_code == 200
        return learner.assignments("submit", "mini", COURSE)

    with ThreadPoolExecutor(len(WORK)) as pool:
        list(pool.map(work, WORK))
    return machine


def test_a_wrong_password_and_somebody_not_of_the_class_stay_outside(machine, hub):
    eve = hubs.Visitor(hub, machine.users["eve"])
    assert eve.log_in("wrong").status_code == 403
    assert "/hub/login" in eve.session.get(f"{hub}/user/{eve.user}/lab").url
    assert hubs.Visitor(hub, "root").log_in(machine.password).status_code == 403


def test_each_server_runs_as_its_learner(machine, learners):
    for role, learner in learners.items():
        home = learner.of(learner.user, "api/contents/").json()
        assert home["type"] == "directory" and home["writable"]
        kernel = learner.of(learner.user, "api/kernelspecs").json()
        assert "python3" in kernel["kernelspecs"]
        assert (machine.home(role)).stat().st_mode & 0o777 == 0o700


def test_nobody_enters_anothers_server(learners):
    anna, eve = learners["anna"], learners["eve"]
    assert anna.of(anna.user, "api/contents/").status_code == 200
    for path in ("api/contents/", "api/contents/mini/mini.ipynb", "assignments?course_id=" + COURSE, "lab"):
        answer = eve.of(anna.user, path)
        assert answer.status_code in (403, 404), (path, answer.status_code)
    assert eve.of(anna.user, "api/contents/x.txt", "put", json={"type": "file", "format": "text", "content": ""}).status_code in (403, 404)


def test_the_formgrader_is_not_for_learners(learners):
    anna = learners["anna"]
    assert anna.of(anna.user, "formgrader").status_code == 404
    assert anna.of(anna.user, "assignments", params={"course_id": COURSE}).status_code == 200


def test_all_submissions_are_collected_graded_and_given_back(handed_in, learners):
    machine, root = handed_in, handed_in.course.root
    machine.nbgrader("instructor", "collect", "mini", cwd=root)
    assert sorted(path.name for path in (root / "submitted").iterdir()) == sorted(machine.users[role] for role in WORK)
    machine.grade("mini")
    with machine.course.gradebook() as gradebook:
        scores = {role: gradebook.find_submission("mini", machine.users[role]).score for role in WORK}
    assert scores == {role: points for role, (_, points) in WORK.items()}
    machine.nbgrader("instructor", "generate_feedback", "mini", cwd=root)
    machine.nbgrader("instructor", "release_feedback", "mini", cwd=root)

    with ThreadPoolExecutor(len(WORK)) as pool:
        list(pool.map(lambda role: learners[role].assignments("fetch_feedback", "mini", COURSE), WORK))
    for role, learner in learners.items():
        (page,) = (machine.home(role) / "mini" / "feedback").rglob("*.html")
        shown = learner.of(learner.user, "api/contents/" + str(page.relative_to(machine.home(role)))).json()["content"]
        assert [name for name in ("bob", "eve") if f"of {name}" in shown] == [role] * (role != "anna")
        assert "secret_input" not in shown


def enter(browser, hub, machine, role):
    """A page of the browser, logged in, with nbgrader's menu open."""
    page = browser.new_context().new_page()
    page.goto(hub)
    page.fill("#username_input", machine.users[role])
    page.fill("#password_input", machine.password)
    page.click("#login_submit")
    page.wait_for_url("**/lab*", timeout=120_000)
    page.wait_for_selector(".jp-DirListing-item", timeout=120_000)
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Assignment List").wait_for()
    return page


def test_a_learner_in_a_browser_sees_what_they_fetched(handed_in, hub, browser):
    page = enter(browser, hub, handed_in, "anna")
    assert page.get_by_role("menuitem", name="Formgrader").count() == 0
    page.get_by_role("menuitem", name="Assignment List").click()
    page.get_by_text("Downloaded assignments", exact=True).wait_for(timeout=60_000)
    page.get_by_role("button", name="Submit", exact=True).wait_for(timeout=60_000)
    page.context.close()


def test_the_instructor_has_the_formgrader_as_the_guide_says(handed_in, hub, browser):
    (block,) = re.findall(r"```sh\n(mkdir -p ~/\.jupyter/labconfig.*?)```", (REPOSITORY / "docs" / "hub.md").read_text(), re.S)
    done = handed_in.run("instructor", "sh", "-ec", block)
    assert done.returncode == 0, done.stderr
    page = enter(browser, hub, handed_in, "instructor")
    page.get_by_role("menuitem", name="Formgrader").click()
    page.frame_locator("iframe").get_by_role("link", name="mini", exact=True).first.wait_for(timeout=60_000)
    page.context.close()
