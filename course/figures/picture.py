"""A matplotlib figure with its words, which reads on light and on dark paper."""

import base64
import functools
import html
import io
from pathlib import Path

from course.progress.listen import grading

INK = "#767676"  # at least 4.5:1 on white and 4:1 on JupyterLab's dark paper
STYLE = {
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "axes.titlecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": INK,
    "grid.alpha": 0.25,
    "axes.grid": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "font.size": 10,
    "legend.frameon": False,
    "lines.linewidth": 2,
    "svg.hashsalt": "neural-networks-1",  # the same ids, and so the same bytes, each time
}


class Picture:
    """A figure and the sentence that says it in words; a notebook shows it as an SVG image."""

    def __init__(self, figure, alt: str):
        stream = io.StringIO()
        figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
        self.svg, self.alt = stream.getvalue(), alt

    def save(self, path: Path) -> None:
        """Write the picture as an SVG file."""
        Path(path).write_text(self.svg, encoding="utf-8")

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.svg.encode()).decode()
        return f'<img style="max-width:100%" alt="{html.escape(self.alt)}" src="data:image/svg+xml;base64,{data}">'

    def __repr__(self) -> str:
        return f"Picture: {self.alt}"


class Pending:
    """What stands in a picture's place while a function that it draws does not work yet."""

    def __init__(self, why: str):
        self.why = why

    def _repr_html_(self) -> str:
        return f'<p style="border-left:4px solid #E69F00;padding:.4em .8em">{html.escape(self.why)}</p>'

    def __repr__(self) -> str:
        return self.why


def picture(draw):
    """Make a function that returns (figure, alt text) into one that returns a ``Picture``.

    A function of the learner's that it draws may be missing or wrong: then a sentence says so.
    """

    @functools.wraps(draw)
    def drawn(*args, **kwargs):
        if grading():
            return Pending("Pictures are not drawn while work is graded.")  # nobody looks, and each costs 0.2 s
        import matplotlib.pyplot as plt

        with plt.rc_context(STYLE):
            figure = None
            try:
                figure, alt = draw(*args, **kwargs)
                return Picture(figure, alt)
            except NotImplementedError:
                return Pending("This picture appears once you have written the function above and run this cell again.")
            except Exception as error:
                return Pending(
                    f"This picture cannot be drawn yet, because a function that it needs raised {type(error).__name__}: "
                    f"{error}. Make the checks above pass, then run this cell again."
                )
            finally:
                plt.close("all" if figure is None else figure)

    return drawn
