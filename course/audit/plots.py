"""The two pictures of the report, as SVG text that takes the page's own colours for ink and paper."""

import io
import re
from collections import Counter

from matplotlib import rc_context
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from course import palette
from course.audit.judged import OUTCOMES, Exercise

# Colour never stands alone: what matters most is also hatched.
LOOKS = {
    "visible": ("visible checks only", palette.SKY, ""),
    "both": ("both", palette.BLUE, ""),
    "hidden": ("hidden tests only", palette.ORANGE, "//"),
    "equivalent": ("equivalent", "#999999", ".."),
    "survived": ("survived", palette.VERMILLION, "xx"),
}


def by_exercise(exercises: list[Exercise]) -> str:
    """Who kills the mutants of each exercise: one bar each, in the order of the unit."""
    return _bars([one.name for one in exercises], [{name: one.count(name) for name in OUTCOMES} for one in exercises], "mutants")


def by_kind(exercises: list[Exercise]) -> str:
    """Who kills the mutants of each kind of fault, the most frequent kind first."""
    counts: dict[str, Counter] = {}
    for tried in (tried for one in exercises for tried in one.mutants):
        counts.setdefault(tried.mutant.kind, Counter())[tried.outcome] += 1
    kinds = sorted(counts, key=lambda kind: -counts[kind].total())
    return _bars(kinds, [counts[kind] for kind in kinds], "mutants")


def _bars(names: list[str], counts: list[dict], unit: str) -> str:
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "audit", "hatch.linewidth": 0.6, "font.size": 9}):
        figure = Figure(figsize=(8, 0.9 + 0.24 * len(names)), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.subplots()
        left = [0] * len(names)
        for outcome, (label, colour, hatch) in LOOKS.items():
            widths = [each[outcome] for each in counts]
            axes.barh(range(len(names)), widths, left=left, color=colour, hatch=hatch, edgecolor="black", linewidth=0.4, label=label)
            left = [a + b for a, b in zip(left, widths)]
        axes.set_yticks(range(len(names)), names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlabel(unit)
        axes.spines[["top", "right"]].set_visible(False)
        figure.legend(loc="outside upper left", ncols=len(LOOKS), frameon=False)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>", "", text[text.index("<svg") :], flags=re.DOTALL)
    # Ink is the page's: black would vanish on dark paper. Ids must differ between two pictures of one page.
    svg = re.sub(r"#000000|\bblack\b", "currentColor", svg)
    svg = re.sub(r'(<svg [^>]*?)width="[^"]*"', r"\1", re.sub(r'(<svg [^>]*?)height="[^"]*"', r"\1", svg, count=1), count=1)
    return _own_ids(svg, names[0] if names else "none")


def _own_ids(svg: str, salt: str) -> str:
    mark = re.sub(r"\W", "", salt)
    svg = re.sub(r'\bid="', f'id="{mark}-', svg)
    return re.sub(r'(url\(#|href="#)', rf"\g<1>{mark}-", svg)


def spoken(exercises: list[Exercise]) -> str:
    """What both pictures show, in a sentence."""
    sums = {name: sum(one.count(name) for one in exercises) for name in OUTCOMES}
    total = sum(sums.values())
    parts = ", ".join(f"{number} {LOOKS[name][0]}" for name, number in sums.items())
    return f"Stacked bars. Of {total} mutants: {parts}."
