"""What the report says of exercises, misconceptions and likeness, on answers whose truth is known."""

import csv
import json
import random
import re

import pytest
from bs4 import BeautifulSoup

from course.grading import bank, ledger, report, scores
from course.grading.course import Course
from course.grading.insight import failures, likeness, misconceptions, statistics, tables
from course.grading.insight.answers import Answer, failure
from course.grading.insight.normal import form
from course.grading.insight.unit import Insight, look
from course.grading.scores import Line, Points, Unit
from tests.grading.fixture_course import REPOSITORY, find, hand_in, make_course, run, solved
from tests.grading.mini_bank import write_bank


def unit_of(*rows, waiting=()):
    """A unit of three exercises with one point each; a row is a learner's points."""
    lines = [
        Line(f"l{i}", ledger.GRADED, points={name: Points({"check": value}, (i, name) in waiting) for name, value in zip("abc", row)})
        for i, row in enumerate(rows)
    ]
    return Unit("u", {name: {"check": 1.0} for name in "abc"}, lines)


def test_discrimination_is_pearson_with_the_rest():
    """By hand: a = 1 1 0 0, b + c = 2 1 1 0, so r = (sum of products 3 - 4*0.5*1) / sqrt(1 * 2) = 0.7071."""
    unit = unit_of((1, 1, 1), (1, 1, 0), (0, 0, 1), (0, 0, 0))
    items = {item.exercise: item for item in statistics.items(unit)}
    assert items["a"].discrimination == pytest.approx(0.5**0.5) and items["a"].difficulty == 0.5
    assert items["a"].bars == [2, 0, 0, 0, 0, 2] and items["a"].marked == 4
    assert items["c"].discrimination == 0.0


def test_a_question_that_misleads_the_good_ones_is_negative():
    unit = unit_of((0, 1, 1), (0, 1, 1), (1, 0, 0), (1, 0, 0))
    assert statistics.corrected_item_total(unit, "a") == -1.0


def test_discrimination_is_left_open_where_it_is_not_defined():
    assert statistics.corrected_item_total(unit_of((1, 1, 1), (0, 0, 0)), "a") is None  # two learners
    assert statistics.corrected_item_total(unit_of((1, 1, 1), (1, 0, 0), (1, 1, 0)), "a") is None  # all the same
    assert statistics.corrected_item_total(unit_of((1, 1, 0), (0, 1, 0), (1, 1, 0)), "a") is None  # the rest is the same
    one = Unit("u", {"a": {"check": 1.0}}, unit_of((1, 1, 1), (0, 1, 1), (1, 0, 0)).lines)
    assert statistics.corrected_item_total(one, "a") is None  # nothing else to compare with


def test_who_waits_for_a_mark_is_no_zero():
    rows = ((1, 1, 1), (1, 1, 0), (0, 0, 1), (0, 0, 0), (0, 1, 1))
    unit = unit_of(*rows, waiting={(4, "a")})
    assert statistics.corrected_item_total(unit, "a") == pytest.approx(0.5**0.5)
    assert statistics.items(unit)[0].marked == 4
    # "a" is open, so it is in nobody's rest: b against c alone.
    assert statistics.corrected_item_total(unit, "b") == pytest.approx(statistics.pearson([1, 1, 0, 0, 1], [1, 0, 1, 0, 1]))


def test_bars_count_everybody_once():
    shares = [0, 0.1, 0.25, 0.49, 0.5, 0.75, 0.999, 1, 1]
    assert statistics._bars(shares) == [1, 1, 2, 1, 2, 2]


@pytest.mark.parametrize("same", [
    "def f(a, b):\n    total = a + b  # add\n    return total",
    'def f(one: int, two) -> int:\n    """Adds."""\n\n    s = (one +\n         two)\n    return s',
])  # fmt: skip
def test_names_comments_and_layout_do_not_matter(same):
    assert form(same) == form("def f(x, y):\n    z = x + y\n    return z")


@pytest.mark.parametrize("other", [
    "def f(x, y):\n    z = y + x\n    return z",
    "def g(x, y):\n    z = x + y\n    return z",
    "def f(x, y):\n    z = x + y\n    return x",
    "def f(x, y):\n    z = np.add(x, y)\n    return z",
])  # fmt: skip
def test_what_is_computed_matters(other):
    assert form(other) != form("def f(x, y):\n    z = x + y\n    return z")


def test_what_is_no_python_has_a_form_too():
    assert form("def f(x)\n    return x  # oh") == form("def f( x )\n  return x") != form("def f(x)\n    return y")


def test_a_failure_is_told_by_what_stays_the_same():
    hidden = "HiddenTestFailed: f loses points.\n  ✓ must a\n  ✗ must b (an exception: 3.25)\n  ✗ must c"
    assert failure("hidden", hidden) == "✗ must b\n✗ must c"
    assert failure("check", "CheckFailed: got 0.333333333\n   expected 1") == failure("check", "CheckFailed: got 0.33333334 expected 1")
    assert failure("check", "CheckFailed: got 0.333 expected 1") != failure("check", "CheckFailed: got 0.5 expected 1")
    quoted = "CheckFailed: got KeyError: 'x'\n  line {} of the cell, in f: {}\nexpected  ValueError\nlikely cause  {}\nreread  1"
    assert failure("check", quoted.format(4, "a[b]", "c")) == failure("check", quoted.format(7, "return d.get(e)[0]", "f"))
    assert failures.mark({}) == "-"


def test_the_record_of_failures_is_that_of_the_audit():
    """`course audit` writes both; a unit whose tests changed since would be matched to messages of before."""
    audit = json.loads((bank.folder(REPOSITORY) / "audit.json").read_text())
    recorded = json.loads((bank.folder(REPOSITORY) / failures.NAME).read_text())
    assert {u: {e: v["digest"] for e, v in es.items()} for u, es in recorded.items()} == {
        u: {e: v["digest"] for e, v in es.items()} for u, es in audit.items()
    }
    for unit in recorded:
        for exercise, them in bank.variants(REPOSITORY, unit).items():
            if wrong := {one.name for one in them if not one.right}:
                assert set(recorded[unit][exercise]["wrong"]) == wrong
    assert all(mark != "-" for es in recorded.values() for entry in es.values() for mark in entry["wrong"].values())


def own(seed: int, lines: int = 12) -> str:
    """A solution in nobody else's words."""
    draw = random.Random(seed)
    words = [f"w{draw.randrange(10**6)}" for _ in range(6)]
    body = [
        f"    {draw.choice(words)} = {draw.choice(words)} {draw.choice('+-*/')} np.f{draw.randrange(10**6)}({draw.choice(words)}, {draw.randrange(99)})"
        for _ in range(lines)
    ]
    body.insert(0, f"    {' = '.join(words)} = x")
    return "def f(x):\n" + "\n".join(body) + "\n    return x"


def test_the_copy_is_found_and_nobody_else():
    codes = {f"l{i:03}": own(i) for i in range(200)}
    codes["copy"] = re.sub(r"\bw(\d+)\b", r"name_\1", codes["l007"]).replace("def f(x):", 'def f(x):\n    """My own."""')
    found, short = likeness.alike("f", codes)
    assert [one.learners for one in found] == [("copy", "l007")] and found[0].share == 1 and short == 0


def test_a_copy_with_a_changed_line_is_a_pair():
    codes = {f"l{i:03}": own(i) for i in range(50)}
    lines = codes["l007"].split("\n")
    lines[5] = "    x = x + 1"
    codes["near"] = "\n".join(lines)
    found, _ = likeness.alike("f", codes)
    assert [one.learners for one in found] == [("l007", "near")] and likeness.THRESHOLD <= found[0].share < 1


def test_the_released_text_and_the_bank_are_discounted():
    """All have the same long text, and a line of their own: nobody is like anybody."""
    shared = own(1)
    codes = {f"l{i}": shared.replace("return x", f"return x + {i}") for i in range(4)}
    assert likeness.alike("f", codes)[0]
    found, short = likeness.alike("f", codes, [shared])
    assert found == [] and short == 4


def test_half_of_the_authors_solution_is_nobodys_own():
    half = "\n".join(own(1).split("\n")[:9]) + " +"
    codes = {"a": half, "b": half, "c": own(2)}
    assert [one.learners for one in likeness.alike("f", codes)[0]] == [("a", "b")]
    assert likeness.alike("f", codes, [own(1)])[0] == []


def test_what_much_of_the_class_wrote_says_nothing():
    codes = {f"l{i:03}": own(1) + f"\n\n\n{own(1000 + i, 3).replace('def f', 'def g')}" for i in range(60)}
    assert likeness.alike("f", codes)[0] == []


def test_short_solutions_are_left_out_and_counted():
    found, short = likeness.alike("f", {"a": "def f(x):\n    return 2 * x", "b": "def f(y):\n    return 2 * y"})
    assert found == [] and short == 2


def test_over_the_unit_only_who_is_alike_twice():
    one = likeness.Alike("e", ("a", "b"), 1.0, 9)
    two = likeness.Alike("f", ("a", "b"), 0.8, 9)
    assert likeness.over_the_unit({"e": [one, likeness.Alike("e", ("a", "c"), 1.0, 9)], "f": [two]}) == [(("a", "b"), [one, two])]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Right, a wrong variant in other words, one that only fails alike, an unknown fault, nothing, and a pair with own words."""
    course = make_course(tmp_path_factory.mktemp("insight") / "course", "mini")
    write_bank(course.root)
    recorded = {"double": {"digest": "", "wrong": {"wrong_absolute": failures.mark({"hidden": "AssertionError: double must scale"})}}}
    (course.root / "tests/bank/failures.json").write_text(json.dumps({"mini": recorded}))
    answers = {
        "right": {},
        "same-code": {"double": "def double(value):  # squared\n    return np.asarray(value) ** 2"},
        "same-failure": {"double": "def double(x):\n    return np.abs(np.asarray(x) + x)"},
        "unknown": {"double": "def double(x):\n    return 3 * np.asarray(x)"},
        "leans": {"double": "def double(x):\n    return 3 * np.asarray(x)"},
    }
    pair = "def share(n):\n    seen, left = [], n\n    while left > 0 and len(seen) < 10_000:\n        seen.append(n - left)\n        left -= 1\n    if seen and seen[-1] > n * n + 3:\n        raise ValueError('cannot be', seen)\n    return seen"
    answers["anna"] = {"share": pair}
    answers["bert"] = {"share": pair.replace("seen", "found").replace("left", "rest")}
    for learner, codes in answers.items():
        hand_in(course, learner, solved(course, **{name.replace("-", "_"): code for name, code in codes.items()}))
    nb = solved(course)
    find(nb, "mini-double").source = "def double(x):\n    raise NotImplementedError"
    hand_in(course, "blank", nb)
    assert run(course, "grade")[0] == 0
    return Course(course.root)


def test_the_report_of_a_graded_class(course, tmp_path):
    unit = scores.read(course, "mini")
    insight = look(course, unit)
    met = {(one.exercise, *one.names): one.learners for one in insight.found.met}
    assert met["double", "square"] == {"same code": ["same-code"], "same failure": []}
    assert met["double", "absolute"] == {"same code": [], "same failure": ["same-failure"]}
    others = insight.found.others
    assert sorted(others["double"][misconceptions.UNKNOWN]) == ["leans", "unknown"]
    assert others["double"][misconceptions.EMPTY] == ["blank"]
    # Their own mean is right, and fails because `double` is wrong.
    assert {"leans", "unknown"} <= set(others["mean-double"][misconceptions.RIGHT])
    assert [one.learners for one in insight.alike["share"]] == [("anna", "bert")]
    assert insight.alike["double"] == [] and insight.short["double"] == len(unit.lines)

    report.write_page([unit], tmp_path / "r.html", [insight])
    page = (tmp_path / "r.html").read_text()
    assert not re.search(r"https?://|<script|@import|url\(", page)
    text = " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())
    for said in ("same failure : same-failure", "anna, bert , 100 %", "no verdict", "not in the bank", "Too short to be told apart"):
        assert said in text, said
    sparks = BeautifulSoup(page, "html.parser").select("svg.spark")
    assert len(sparks) == 4 and all(re.search(r"none: \d+, .*all: \d+", one["aria-label"]) for one in sparks)

    for kind, (columns, rows_of) in tables.FILES.items():
        report.write_table(columns, rows_of([unit], [insight]), tmp_path / f"{kind}.csv")
    rows = list(csv.DictReader((tmp_path / "exercises.csv").open(encoding="utf-8-sig")))
    assert [row["exercise"] for row in rows] == list(unit.maxima)
    assert float(rows[0]["difficulty"]) == pytest.approx(unit.difficulty("double"), abs=1e-3)
    rows = list(csv.DictReader((tmp_path / "misconceptions.csv").open(encoding="utf-8-sig")))
    assert ("square", "same code", "same-code") in {(row["misconception"], row["how_sure"], row["learner"]) for row in rows}


def test_without_a_bank_the_page_says_so(course, tmp_path):
    unit = scores.read(course, "mini")
    insight = Insight("mini", statistics.items(unit))
    report.write_page([unit], tmp_path / "r.html", [insight])
    assert "no bank of wrong solutions for this unit" in (tmp_path / "r.html").read_text()


def test_names_and_symptoms_are_no_formulas(tmp_path):
    found = misconceptions.Found([misconceptions.Met("e", ("=1+1",), ("+2",), {"same code": ["@x"], "same failure": []})], {})
    insight = Insight("u", [], found, {"e": [likeness.Alike("e", ("=a", "b"), 1.0, 9)]})
    for kind in ("misconceptions", "alike"):
        columns, rows_of = tables.FILES[kind]
        report.write_table(columns, rows_of([], [insight]), tmp_path / "t.csv")
        for row in csv.reader((tmp_path / "t.csv").open(encoding="utf-8-sig")):
            assert not any(cell[:1] in "=+@" for cell in row if cell)


def test_ambiguous_failures_name_all_variants():
    matcher = object.__new__(misconceptions.Matcher)
    a, b = (bank.Variant("u", "e", name, "") for name in ("wrong_a", "wrong_b"))
    mark = failures.mark({"check": "x"})
    matcher.variants, matcher.by_form, matcher.released, matcher.by_failure = {"e": [a, b]}, {}, {}, {("e", mark): [a, b]}
    found = misconceptions.find(matcher, [Answer("l", "e", "def f(): pass", {"check": "x"})])
    assert found.met[0].names == ("a", "b") and found.met[0].count == 1
