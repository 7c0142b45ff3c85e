"""The class report: a table that a spreadsheet reads, and a page that stands alone."""

import csv
import re

import pytest
from bs4 import BeautifulSoup

from course.grading import ledger, report, scores
from course.grading.insight import tables
from course.grading.scores import Line, Points, Unit
from tests.grading.fixture_course import hand_in, make_course, run, solved


def points(check, hidden):
    return Points({"check": check, "hidden": hidden})


@pytest.fixture
def unit():
    lines = [
        Line("=cmd()", ledger.GRADED, points={"double": points(1, 2), "proof": Points({"manual": 2})}),
        Line("bo <b>", ledger.PERSON, "To be marked by hand: mini-proof.", points={"double": points(1, 0.5), "proof": Points({"manual": 0}, True)}),
        Line("cy", ledger.REFUSED, "mini.ipynb is not JSON.", points={"double": points(0, 0), "proof": Points({"manual": 1})}, stale=True, scored_at="2026-01-02"),
        Line("dee", ledger.REFUSED, "-the folder is empty."),
        Line("ed", ledger.LOSSES, "Not run: x.", ["Mended."], {"double": points(1, 2), "proof": Points({"manual": 3})}, late_seconds=5400, penalty=1.0),
    ]  # fmt: skip
    return Unit("mini", {"double": {"check": 1.0, "hidden": 2.0}, "proof": {"manual": 3.0}}, lines)


def test_rows(unit, tmp_path):
    report.write_csv([unit], tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 10 and tuple(rows[0]) == report.COLUMNS
    assert rows[0]["learner"] == "'=cmd()" and (rows[0]["check"], rows[0]["hidden"], rows[0]["points"], rows[0]["max"]) == ("1", "2", "3", "3")
    assert rows[1]["manual"] == "2" and rows[1]["check"] == ""
    assert rows[2]["points"] == "1.5" and rows[4]["note"].startswith("From an earlier grading.") and rows[4]["points"] == "0"
    assert rows[6]["points"] == "" and rows[6]["state"] == "refused" and rows[6]["note"] == "'-the folder is empty."
    assert rows[8]["late_hours"] == "1.5" and rows[8]["note"] == "Not run: x. Mended."
    assert not [path for path in tmp_path.iterdir() if path.name != "r.csv"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|x", "%x"])
def test_no_text_is_a_formula(name):
    assert report.safe(name)[0] == "'"
    assert report.safe("anna -1") == "anna -1"


def test_difficulty_counts_who_was_marked(unit):
    assert unit.difficulty("double") == (3 + 1.5 + 0 + 3) / 12
    assert unit.difficulty("proof") == (2 + 1 + 3) / 9  # the one that waits for a person is not a zero
    assert Unit("x", {"a": {"check": 1.0}}, []).difficulty("a") is None


def test_the_page_is_accessible_and_stands_alone(unit, tmp_path):
    empty = Unit("none", {"a": {"check": 1.0}}, [Line("x", ledger.REFUSED, "y")])
    report.write_page([unit, empty], tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text()
    soup = BeautifulSoup(page, "html.parser")
    assert not re.search(r"https?://|<script|@import|url\(", page)
    table = soup.find("table")
    assert "Points by learner and exercise" in table.caption.get_text()
    assert [cell["scope"] for cell in table.thead.find_all("th")] == ["col"] * 5
    assert [row.th["scope"] for row in table.tbody.find_all("tr")] == ["row"] * 5
    assert [row.th.get_text() for row in table.tbody.find_all("tr")][:2] == ["=cmd()", "bo <b>"]
    cells = [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in table.tbody.find_all("tr")]
    assert cells[1] == ["needs a person", "1.5", "1.5", "0?"] and cells[2] == ["refused", "1†", "0†", "1†"]
    assert cells[3] == ["refused", "–", "–", "–"] and cells[4] == ["graded with losses, 1.5 h late", "5", "3", "3"]
    svg = soup.find("svg")
    assert svg["role"] == "img" and "double: 62 per cent; proof: 67 per cent." in svg.desc.get_text()
    assert {"Needs a person", "Graded with losses", "Refused", "Late", "Mended"} == {head.get_text() for head in soup.find_all("h3")}
    assert "prefers-color-scheme: dark" in page


def test_the_command(tmp_path):
    course = make_course(tmp_path / "course", "mini")
    assert run(course, "report", "mini")[:2] == (1, "Nobody has handed in anything yet, so there is nothing to report.\n")
    hand_in(course, "anna", solved(course))
    hand_in(course, "=bo", "{")
    status, out, _ = run(course, "report", "mini")
    assert status == 0 and out.split() == [
        "reports/mini.csv", *(f"reports/mini-{kind}.csv" for kind in tables.FILES), "reports/mini.html"
    ]  # fmt: skip
    assert scores.UNGRADED in (course.root / "reports" / "mini.csv").read_text()
    assert run(course, "grade")[0] == 1
    assert run(course, "report", "--out", tmp_path / "deep" / "er")[0] == 0
    text = (tmp_path / "deep" / "er" / "report.csv").read_text()
    assert "mini,anna,double,1,2,,3,3,graded" in text and "'=bo" in text
    (tmp_path / "file").write_text("")
    status, _, err = run(course, "report", "--out", tmp_path / "file")
    assert status == 2 and "the report cannot be written to" in err
    assert "there is no unit 'nono'" in run(course, "report", "nono")[2]
