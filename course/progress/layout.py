"""Progress as a table: HTML for the notebook, the same in plain text for the terminal and for readers of text."""

from html import escape
from urllib.parse import quote

from course.masters import has_masters
from course.progress.summary import Row, State

STYLE = """<style>
.nn-progress { color: var(--jp-content-font-color1, currentColor); font-family: var(--jp-content-font-family, sans-serif); }
.nn-progress table { border-collapse: collapse; margin: .4em 0; }
.nn-progress caption { text-align: left; font-weight: 600; padding: .2em 0; color: inherit; caption-side: top; }
.nn-progress th, .nn-progress td { text-align: left !important; padding: .3em .9em .3em .3em; vertical-align: top;
  color: inherit; background: none; border-bottom: 1px solid var(--jp-border-color1, #bdbdbd); }
.nn-progress tr { background: none !important; }
.nn-progress th { font-weight: 600; }
.nn-progress .nn-number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.nn-progress .nn-bar { display: block; width: 7em; height: .45em; margin-top: .3em; border: 1px solid currentColor; }
.nn-progress .nn-bar span { display: block; height: 100%; background: #0072b2; }
.nn-progress a { color: var(--jp-content-link-color, LinkText); text-decoration: underline; }
</style>"""
UNWRITTEN = "not written yet"
LONGEST = 3  # names of exercises in a cell of the table; the rest are counted


class Table:
    """All units, or with ``row`` the exercises of one notebook. ``base`` leads from where it is shown to the folder."""

    def __init__(self, rows: list[Row], next: State | None, base: str = "", only: list[Row] | None = None):
        self.rows, self.next, self.base, self.only = rows, next, base, only

    def _repr_html_(self) -> str:
        tables = [self._units()] if self.only is None else [self._exercises(row) for row in self.only]
        return f'{STYLE}<div class="nn-progress">{"".join(tables)}<p>{self._continue()}</p></div>'

    def __repr__(self) -> str:
        return text(self.rows, self.next, self.only)

    def _units(self) -> str:
        lines, with_graded = [], can_be_graded(self.rows)
        for row in self.rows:
            graded = f'<td class="nn-number">{self._graded(row)}</td>' if with_graded else ""
            share = 100 * row.done / max(len(row.checked), 1)
            bar = f'<span class="nn-bar" aria-hidden="true"><span style="width:{share:.0f}%"></span></span>'
            lines.append(
                f'<tr><th scope="row">{self._link(titled(row), row.unit.name)}</th>'
                f'<td class="nn-number">{row.done} of {len(row.checked)}{bar}</td>'
                f'<td class="nn-number">{number(row.points)} of {number(row.possible)}</td>'
                f"{graded}<td>{escape(left(row))}</td></tr>"
            )
        names = ["Unit", "Exercises done", "Points from visible checks", *["Graded by all tests"] * with_graded, "What is left"]
        head = "".join(f'<th scope="col">{name}</th>' for name in names)
        return f"<table><caption>{escape(total(self.rows))}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"

    def _exercises(self, row: Row) -> str:
        lines = "".join(
            f'<tr><th scope="row">{self._link(state.exercise.name, target(state))}</th>'
            f'<td class="nn-number">{points(state)}</td><td>{mark(state)} {escape(state.words)}</td>'
            f"{f'<td>{_marked(state)}</td>' if row.grading else ''}</tr>"
            for state in row.states
        )
        names = ["Exercise", "Points", "State", "Graded by all tests"] if row.grading else ["Exercise", "Points", "State"]
        head = "".join(f'<th scope="col">{name}</th>' for name in names)
        caption = f"{titled(row)}: {counted(row)}"
        if row.grading:
            table = f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
            return f"<p>{escape(graded(row))} {self._link('Read the feedback', row.grading.page)}.</p>{table}"
        return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"

    def _graded(self, row: Row) -> str:
        if row.grading is None:
            return "not yet"
        since = "<br>changed since" if row.changed else ""
        return self._link(reached(row), row.grading.page) + since

    def _continue(self) -> str:
        if self.next is None:
            return escape(goal(None, self.rows))
        return f"<b>Continue here:</b> {self._link(goal(self.next, self.rows), target(self.next))}"

    def _link(self, words: str, name: str) -> str:
        path, _, place = name.partition("#")
        return f'<a href="{escape(quote(self.base + path) + ("#" + place if place else ""))}">{escape(words)}</a>'


def target(state: State) -> str:
    """Where an exercise is, as a workspace path; JupyterLab goes to the cell."""
    return f"{state.exercise.notebook}#cell-id={state.exercise.id}"


def titled(row: Row) -> str:
    return f"{row.unit.number} · {row.unit.title}" if row.unit.number else row.unit.title


def number(points: float) -> str:
    return f"{points:g}"


def points(state: State) -> str:
    of = number(state.exercise.points)
    return f"{of}, by a person" if state.exercise.manual else f"{of if state.done else 0} of {of}"


def mark(state: State) -> str:
    return "✗" if state.fails_now else "✓" if state.done else "·"


def counted(row: Row) -> str:
    return f"{row.done} of {len(row.checked)} exercises, {number(row.points)} of {number(row.possible)} points from visible checks"


def can_be_graded(rows: list[Row]) -> bool:
    """Whether a learner grades their own work here; in a class the instructor does."""
    return any(row.grading for row in rows) or has_masters()


def reached(row: Row) -> str:
    """What a notebook's grading brought: 21 of 26."""
    return f"{number(row.grading.points)} of {number(row.grading.possible)}" if row.grading else ""


def graded(row: Row) -> str:
    """A notebook's grading in a sentence."""
    when = f"{row.grading.saved:%Y-%m-%d %H:%M}"
    since = "; you changed it since" if row.changed else ""
    return f"Graded by all tests, as saved {when}: {reached(row)} points{since}."


def _marked(state: State) -> str:
    """What grading said of an exercise, as HTML."""
    if state.mark is None:
        return ""
    if state.mark.failed == (UNWRITTEN,):
        return UNWRITTEN
    said = f"{number(state.mark.points)} of {number(state.mark.possible)}"
    return "<br>".join([said, *map(escape, state.mark.failed)])


def total(rows: list[Row]) -> str:
    done, all_ = sum(row.done for row in rows), sum(len(row.checked) for row in rows)
    brought, possible = sum(row.points for row in rows), sum(row.possible for row in rows)
    return f"Your progress: {done} of {all_} exercises, {number(brought)} of {number(possible)} points from visible checks"


def left(row: Row) -> str:
    """What is left of a notebook, in a few words."""
    names = [state.exercise.name for state in row.left if not state.exercise.manual]
    said = []
    if names:
        more = len(names) - LONGEST
        said.append(f"{len(names)}: {', '.join(names[:LONGEST])}" + (f" and {more} more" if more > 0 else ""))
    if row.failing:
        said.append(f"failed when last run: {', '.join(state.exercise.name for state in row.failing)}")
    if unwritten := [state.exercise.name for state in row.texts if not state.written]:
        said.append(f"text answer for a person to grade: {', '.join(unwritten)}")
    return "; ".join(said) or "nothing"


def goal(state: State | None, rows: list[Row]) -> str:
    """Where to go on, in words."""
    if state is None:
        return "Nothing is left: every visible check has passed. Hidden tests look at more: grade yourself."
    title = next(row.unit.title for row in rows if row.unit.name == state.exercise.notebook)
    return f"{title}, exercise {state.exercise.name}"


def text(rows: list[Row], next: State | None, only: list[Row] | None = None) -> str:
    """The table in plain text, at most about a hundred columns wide."""
    if only is not None:
        body = []
        for row in only:
            width = max(len(state.exercise.name) for state in row.states) if row.states else 0
            body += [f"{titled(row)}: {counted(row)}"] + ([f"{graded(row)} Feedback: {row.grading.page}"] if row.grading else []) + [""]
            for s in row.states:
                marked = f"  graded {number(s.mark.points)} of {number(s.mark.possible)}" if s.mark else ""
                body.append(f"  {mark(s)} {s.exercise.name:<{width}}  {points(s):<14}  {s.words}{marked}")
            body.append("")
    else:
        width = max([len(titled(row)) for row in rows], default=0)
        with_graded = can_be_graded(rows)
        graded_head = f"  {'graded':>9}" if with_graded else ""
        body = [total(rows), "", f"  {'unit':<{width}}  {'exercises':>9}  {'points':>9}{graded_head}  left"]
        for row in rows:
            done, brought = f"{row.done} of {len(row.checked)}", f"{number(row.points)} of {number(row.possible)}"
            marked = f"  {(reached(row) or '-') + '*' * row.changed:>9}" if with_graded else ""
            body.append(f"  {titled(row):<{width}}  {done:>9}  {brought:>9}{marked}  {left(row)}")
        if any(row.changed for row in rows):
            body.append("  * changed since it was graded")
        body.append("")
    where = f" ({next.exercise.notebook})" if next else ""
    return "\n".join([*body, f"{'Continue here: ' if next else ''}{goal(next, rows)}{where}"])
