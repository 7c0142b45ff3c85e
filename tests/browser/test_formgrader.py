"""Proofs marked by hand in nbgrader's formgrader: what is typed there is kept, penalised, graded over and shown."""

import re

import pytest
from playwright.sync_api import expect

from course.grading import ledger
from tests.browser.lab import SCREENSHOTS
from tests.browser.server import Server
from tests.grading.fixture_course import run
from tests.year.term import Term

COMMENT = "Say why the sum of the two rows is not negative. <b>Well begun!</b>"
PROOF = "#neurons-xor-proof"


class FormGrader(Server):
    """The formgrader of a course folder, as ``jupyter server`` gives it to an instructor."""

    options = ["--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}"]


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """Three learners' work of a real unit, graded; two of them wrote a proof that waits."""
    term = Term(tmp_path_factory.mktemp("formgrader"), ["neurons"], 3, say=lambda text: None)
    term.set_up()
    for step in (term.release, term.hand_in, term.grade):
        step("neurons")
    return term


def learner_at(term, url: str) -> str:
    with term.course.gradebook() as gradebook:
        return gradebook.find_submission_notebook_by_id(re.search(r"submissions/(\w+)", url)[1]).student.id


def type_mark(page, score: str, comment: str) -> None:
    """As a person does, and wait until the formgrader says that it is saved."""
    page.wait_for_load_state("networkidle")
    with page.expect_response(lambda answer: "/api/grade/" in answer.url and answer.request.method == "PUT" and answer.ok):
        page.locator(PROOF).fill(score)
        page.locator(PROOF).press("Tab")
    with page.expect_response(lambda answer: "/api/comment/" in answer.url and answer.request.method == "PUT" and answer.ok):
        page.locator(f"{PROOF}-comment").fill(comment)
        page.locator(f"{PROOF}-comment").press("Tab")


def test_a_proof_is_marked_and_stays_marked(term, page):
    waiting = {name for name, line in term.read("neurons").items() if line.state == ledger.PERSON}
    assert waiting == {"learner-000", "learner-002"}
    with FormGrader(term.root) as server:
        page.goto(f"{server.url}/formgrader/gradebook")
        page.get_by_role("link", name="neurons").first.click()
        page.wait_for_url("**/gradebook/neurons")
        page.get_by_role("link", name="neurons").last.click()
        page.wait_for_url("**/gradebook/neurons/neurons")
        rows = page.locator("tbody tr", has=page.locator("td.needs-manual-grade .glyphicon-ok"))
        expect(rows).to_have_count(2)  # those that need manual grading
        rows.first.locator("a.name-hidden").click()
        page.wait_for_url("**/submissions/*/")
        first = page.url
        type_mark(page, "3", COMMENT)
        page.locator(PROOF).scroll_into_view_if_needed()
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / "formgrader.png")

        # On to the others: of the three, the one with nothing to mark has no answer.
        marked = {learner_at(term, first)}
        page.get_by_text("Next →").click()
        page.wait_for_url(lambda url: url != first and "submissions" in url)
        while learner_at(term, page.url) not in waiting:
            before = page.url
            page.get_by_text("Next →").click()
            page.wait_for_url(lambda url: url != before and "submissions" in url)
        type_mark(page, "2.5", "Shorter is better.")
        marked.add(learner_at(term, page.url))
        assert marked == waiting

        page.goto(first)
        page.reload()
        page.wait_for_load_state("networkidle")
        expect(page.locator(PROOF)).to_have_value("3")
        expect(page.locator(f"{PROOF}-comment")).to_have_value(COMMENT)
        assert " 500 GET " not in server.log()
        one = learner_at(term, first)
        other = (waiting - {one}).pop()

    lines = term.read("neurons")
    assert {name: lines[name].points["xor-proof"].total for name in waiting} == {one: 3, other: 2.5}
    assert all(lines[name].state == ledger.GRADED for name in waiting)

    assert run(term.course, "grade", "neurons", "--force")[0] == 0
    again = term.read("neurons")
    assert {name: again[name].points["xor-proof"].total for name in waiting} == {one: 3, other: 2.5}
    assert {name: again[name].total for name in again} == {name: lines[name].total for name in lines}
    assert all(again[name].state == ledger.PERSON for name in waiting), "nbgrader asks to look at the marks again"

    assert run(term.course, "feedback", "neurons")[0] == 0
    shown = (term.root / f"feedback/{one}/neurons/neurons.html").read_text()
    assert "Say why the sum of the two rows is not negative." in shown
    page.goto((term.root / f"feedback/{one}/neurons/neurons.html").as_uri())
    expect(page.get_by_text("Say why the sum of the two rows")).to_be_visible()
    page.get_by_text("Say why the sum of the two rows").scroll_into_view_if_needed()
    page.screenshot(path=SCREENSHOTS / "formgrader_feedback.png")
