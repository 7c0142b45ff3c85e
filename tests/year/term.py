"""The steps of a term, each with what must hold after it. Every step is what the instructor's guide says, by the same commands."""

import csv
import re
import shutil
from datetime import timedelta
from pathlib import Path

from course.grading import changes, ledger, scores
from course.grading.course import Course
from tests.grading.fixture_course import REPOSITORY, run
from tests.grading.jailed import SETTINGS
from tests.year import exchange, klass
from tests.year.klass import DUE, HALF, RIGHT, STUB, WRONG

PENALTY = "\nc.LatePenalty.per_day = 0.1\n"
FAULTY = '    with must("be what nobody asked for"):\n        assert False\n'
COMMENT = "The step from the third line to the fourth needs a reason."


class Term:
    """One made-up class in a course folder of its own, with an exchange beside it. ``say`` prints a line for each step."""

    def __init__(self, place: Path, units: list[str], number: int, say=print):
        self.place, self.units, self.say = place, units, say
        self.root, self.exchange = place / "course", place / "exchange"
        self.everybody = klass.learners(number)
        self.nothing: dict[str, list[str]] = {}
        self.mended: dict[str, str] = {}

    def set_up(self) -> None:
        """A course folder as an instructor has it: configuration, texts, the bank."""
        self.root.mkdir(parents=True)
        self.exchange.mkdir(mode=0o777)
        self.exchange.chmod(0o777)
        (self.root / "nbgrader_config.py").write_text((REPOSITORY / "nbgrader_config.py").read_text() + SETTINGS + PENALTY)
        # All texts, for they name each other; but the bank of these units only.
        for part in ("course/units", *(f"tests/bank/{unit}" for unit in self.units)):
            shutil.copytree(REPOSITORY / part, self.root / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(REPOSITORY / "tests/bank/failures.json", self.root / "tests/bank")
        self.course = Course(self.root)

    def command(self, *argv, status: int = 0) -> str:
        got, out, err = run(self.course, *argv)
        assert got == status, f"course {' '.join(map(str, argv))} ended with {got}:\n{out}\n{err}"
        return out

    def release(self, unit: str) -> None:
        """Release a unit with one hidden test that is wrong: it asks for what no solution can give."""
        text = self._text(unit)
        whole = text.read_text()
        self.mended[unit] = whole
        text.write_text(re.sub(r"(?m)^### END HIDDEN TESTS", FAULTY + "### END HIDDEN TESTS", whole, count=1))
        self.command("release", unit)
        exchange.release(self.course, unit, self.exchange)
        with self.course.gradebook() as gradebook:
            gradebook.update_or_create_assignment(unit, duedate=DUE.replace(tzinfo=None))
        self.say(f"{unit}: released, with a hidden test that is wrong")

    def _text(self, unit: str) -> Path:
        return sorted((self.root / "course/units" / unit).glob("*.md"))[0]

    def hand_in(self, unit: str) -> None:
        """Everybody fetches and submits through nbgrader's exchange; the fourth learner does so twice."""
        self.nothing[unit] = klass.hand_out(self.course, unit, self.everybody)
        for i, learner in enumerate(self.everybody):
            if (work := learner.submissions.get(unit)) is None:
                continue
            home = self.place / "homes" / learner.name
            if i == 3:  # empty first, and better later
                blank = klass.bank.notebooks(self.course, "release", unit)
                exchange.fetch_and_submit(self.course, unit, self.exchange, learner.name, home, blank, DUE - timedelta(days=9))
                exchange.collect(self.course, unit, self.exchange)
            exchange.fetch_and_submit(self.course, unit, self.exchange, learner.name, home, work.notebooks, DUE + work.late)
        exchange.collect(self.course, unit, self.exchange)
        there = set(self.course.learners(unit))
        assert there == {one.name for one in self.everybody if unit in one.submissions}
        assert not there & set(self.nothing[unit])
        self.say(f"{unit}: {len(there)} submissions collected, {len(self.nothing[unit])} handed in nothing, 1 handed in twice")

    def read(self, unit: str) -> dict[str, scores.Line]:
        return {line.learner: line for line in scores.read(Course(self.root), unit).lines}

    def grade(self, unit: str) -> None:
        """What a wrong test costs is seen in everybody's score, and every wrong answer costs something."""
        self.command("grade", unit)
        record = scores.read(Course(self.root), unit)
        lines = {line.learner: line for line in record.lines}
        for one in self.everybody:
            if (work := one.submissions.get(unit)) is None:
                continue
            for exercise, (kind, name) in work.codes.items():
                got = lines[one.name].points[exercise].total
                if kind in (WRONG, STUB) and exercise not in work.leaning:
                    assert got < record.maximum(exercise), f"{one.name}/{exercise}: {kind} {name} keeps all points"
        first = next(iter(record.maxima))
        assert all(line.points[first].total < record.maximum(first) for line in lines.values()), "the wrong test costs nothing"
        waiting = [line for line in lines.values() if line.state == ledger.PERSON]
        late = [line for line in lines.values() if line.late_seconds]
        assert {line.learner for line in late} == {
            one.name for one in self.everybody if unit in one.submissions and one.submissions[unit].late > timedelta(0)
        }
        self.say(f"{unit}: graded; {len(waiting)} wait for a person, {len(late)} are late")

    def mark_by_hand(self, unit: str) -> None:
        """As the formgrader does: a score and a comment for each proof that waits. Penalties follow at the next grading."""
        given = 0
        with self.course.gradebook() as gradebook:
            for submission in gradebook.assignment_submissions(unit):
                for notebook in submission.notebooks:
                    for grade in notebook.grades:
                        if grade.needs_manual_grade:
                            # Half of what it is worth, in whole points, so that marks differ from cell to cell.
                            grade.manual_score, grade.needs_manual_grade = grade.max_score // 2, False
                            comment = gradebook.find_comment(grade.name, notebook.name, unit, submission.student_id)
                            comment.manual_comment = COMMENT
                            given += 1
            gradebook.db.commit()
        assert all(line.state != ledger.PERSON for line in self.read(unit).values())
        self.command("grade", unit)
        self.say(f"{unit}: {given} proofs marked by hand")

    def manual(self, unit: str) -> dict:
        with self.course.gradebook() as gradebook:
            return {
                (submission.student_id, grade.name): grade.manual_score
                for submission in gradebook.assignment_submissions(unit)
                for notebook in submission.notebooks
                for grade in notebook.grades
                if grade.manual_score is not None
            }

    def mend(self, unit: str) -> None:
        """The test is corrected and the unit released anew; scores go up, every change is told, no mark is touched."""
        before, marks = self.read(unit), self.manual(unit)
        self._text(unit).write_text(self.mended[unit])
        out = self.command("release", unit)
        assert "stay as they are until they are graded again" in out, out
        assert {name: line.total for name, line in self.read(unit).items()} == {name: line.total for name, line in before.items()}
        with self.course.gradebook() as gradebook:
            last = changes.last(gradebook)
        out = self.command("grade", unit)
        after = self.read(unit)
        record = scores.read(Course(self.root), unit)
        with self.course.gradebook() as gradebook:
            told = [one for one in changes.read(gradebook, unit, last) if one.cell != changes.PENALTY]
        raised = {name for name in after if _auto(after[name]) != _auto(before[name])}
        assert raised and raised == {one.learner for one in told} and "Recorded scores that changed" in out
        assert all(one.after > one.before and "tests or points changed" in one.why for one in told)
        for name in after:
            moved = sum(one.after - one.before for one in told if one.learner == name)
            assert abs(_auto(after[name]) - _auto(before[name]) - moved) < 1e-9, f"{name}: a score changed in silence"
        assert self.manual(unit) == marks
        for one in self.everybody:
            for exercise, (kind, name) in one.submissions[unit].codes.items() if unit in one.submissions else ():
                if all(kind == RIGHT for kind, _ in one.submissions[unit].codes.values()):
                    got = after[one.name].points[exercise].total
                    assert got == record.maximum(exercise), f"{one.name}/{exercise}: {name} is right and has {got}"
        self.say(f"{unit}: mended and graded again; {len(told)} scores of {len(raised)} learners rose, {len(marks)} marks as they were")
        self.confirm(unit)

    def confirm(self, unit: str) -> None:
        """nbgrader asks to look again at marks of what was graded again; they are confirmed as they are."""
        with self.course.gradebook() as gradebook:
            for submission in gradebook.assignment_submissions(unit):
                for notebook in submission.notebooks:
                    for grade in notebook.grades:
                        grade.needs_manual_grade = False
            gradebook.db.commit()
        self.command("grade", unit)

    def extend(self, unit: str) -> None:
        """Penalties are a tenth of the final points for each day begun; with more time lateness and penalty go, at once."""
        lines = self.read(unit)
        late = [line for line in lines.values() if line.late_seconds]
        for line in late:
            days = -(-line.late_seconds // 86400)
            points = sum(one.total for one in line.points.values())
            assert abs(line.penalty - 0.1 * days * points) < 1e-6, f"{line.learner}: {line.penalty} of {points}, {days} days"
        assert all(line.penalty == 0 for line in lines.values() if not line.late_seconds)
        who = max(late, key=lambda line: line.penalty).learner
        self.command("extension", who, unit, "--days", "3")
        line = self.read(unit)[who]
        assert (line.late_seconds, line.penalty) == (0, 0) and line.total == lines[who].total + lines[who].penalty
        others = {name: one.total for name, one in self.read(unit).items() if name != who}
        assert others == {name: one.total for name, one in lines.items() if name != who}
        assert who in self.command("extension")
        self.say(f"{unit}: {len(late)} penalties are right; {who} got three days more and {lines[who].penalty:g} points back")

    def feedback(self, unit: str) -> None:
        self.command("feedback", unit)
        pages = {path.parts[-3]: path for path in self.root.glob(f"feedback/*/{unit}/*.html")}
        assert set(pages) == set(self.course.learners(unit))
        marked = {learner for learner, _ in self.manual(unit)}
        seen = [name for name in marked if any(COMMENT in one.read_text() for one in self.root.glob(f"feedback/{name}/{unit}/*.html"))]
        assert len(seen) == len(marked)
        self.say(f"{unit}: {len(pages)} feedback pages, a comment on {len(seen)}")

    def report(self) -> None:
        """One page for the year; what was planted is found."""
        self.command("report")
        page = (self.root / "reports/report.html").read_text()
        assert not re.search(r"https?://|<script|@import|url\(", page)
        with (self.root / "reports/report-misconceptions.csv").open(encoding="utf-8-sig") as file:
            rows = {(row["unit"], row["learner"], row["exercise"]): row for row in csv.DictReader(file)}
        planted = [
            (unit, one.name, exercise, name)
            for one in self.everybody
            for unit, work in one.submissions.items()
            for exercise, (kind, name) in work.codes.items()
            if kind == WRONG and exercise not in work.leaning
        ]
        named = [
            plant for plant in planted
            if plant[3].removeprefix("wrong_").replace("_", " ") in rows[plant[:3]]["misconception"].split(" or ")
        ]  # fmt: skip
        assert len(named) == len(planted), sorted(set(planted) - set(named))[:3]
        with (self.root / "reports/report-alike.csv").open(encoding="utf-8-sig") as file:
            pairs = {(row["unit"], row["learners"]) for row in csv.DictReader(file)}
        couple = "; ".join(one.name for one in self.everybody[:2])
        assert all((unit, couple) in pairs for unit in self.units), "the two who wrote together are not listed"
        half = sum(kind == HALF for one in self.everybody for work in one.submissions.values() for kind, _ in work.codes.values())
        self.say(f"report: {len(named)} misconceptions planted and named, {half} answers half done, {len(pairs)} pairs alike")

    def export(self) -> None:
        for kind in ("plain", "moodle", "canvas", "blackboard"):
            self.command("export", "--for", kind)
            with (self.root / f"reports/scores-{kind}.csv").open(encoding="utf-8-sig") as file:
                rows = list(csv.reader(file))
            assert rows[0][-len(self.units):] == sorted(self.units)
            handed = {one.name for one in self.everybody if one.submissions}
            assert {cell for row in rows for cell in row} >= handed
        self.say("exported: plain, moodle, canvas, blackboard")

    def unit(self, unit: str) -> None:
        for step in (self.release, self.hand_in, self.grade, self.mark_by_hand, self.mend, self.extend, self.feedback):
            step(unit)

    def year(self) -> None:
        self.set_up()
        for unit in self.units:
            self.unit(unit)
        self.report()
        self.export()


def _auto(line: scores.Line) -> float:
    """The points that tests gave."""
    return sum(value for points in line.points.values() for part, value in points.parts.items() if part != "manual")
