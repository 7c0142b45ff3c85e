"""The linear map explorer: a 2 x 2 matrix moves the plane, its columns are dragged."""

import math

import numpy as np
import traitlets

from course.errors import CourseError
from course.figures.letter import LETTER
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget
from course.widgets.learner import Probe, fingerprint, sample

ENTRIES = ("a", "b", "c", "d")  # the matrix [[a, b], [c, d]]
RANGE = (-2.0, 2.0, 0.05)  # lowest, highest, step of each entry


class LinearMapExplorer(CourseWidget):
    """A matrix as a map of the plane: grid, unit square and a letter F, moved by [[a, b], [c, d]].

    ``a``, ``b``, ``c`` and ``d`` follow the browser and can be assigned. ``numpy`` holds what
    np.linalg says about the matrix (see ``by_numpy``), or is empty. ``learner["points"]`` is what the
    learner's function made of the points of ``letter``, ``at`` the matrix that it was asked for.
    """

    a = traitlets.Float(1.0, min=RANGE[0], max=RANGE[1]).tag(sync=True)
    b = traitlets.Float(0.0, min=RANGE[0], max=RANGE[1]).tag(sync=True)
    c = traitlets.Float(0.0, min=RANGE[0], max=RANGE[1]).tag(sync=True)
    d = traitlets.Float(1.0, min=RANGE[0], max=RANGE[1]).tag(sync=True)
    numpy = traitlets.Dict().tag(sync=True)
    range = traitlets.List(list(RANGE)).tag(sync=True)
    letter = traitlets.List(LETTER.tolist()).tag(sync=True)

    _esm = script("linear_map")
    _css = styles("linear_map")

    def __init__(self, function: str | None = None, namespace=None, **traits):
        probes = {} if function is None else {"points": Probe(function, (np.eye(2), LETTER[0]), (2,))}
        super().__init__(probes, namespace, **traits)
        self.observe(self._moved, list(ENTRIES))

    @traitlets.validate(*ENTRIES)
    def _finite(self, proposal):
        if not math.isfinite(proposal.value):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a finite number, not {proposal.value}.")
        return proposal.value

    @property
    def matrix(self) -> list[float]:
        """The entries a, b, c, d."""
        return [getattr(self, entry) for entry in ENTRIES]

    def shown(self):
        self._moved()

    def _moved(self, change=None):
        # Before a browser shows it nobody reads these numbers.
        if self._views:
            self.numpy = by_numpy(*self.matrix)
            self.look_again()

    def _look(self) -> None:
        """Run the learner's function on each point of the letter, if it or the matrix changed."""
        for key, probe in self._probes.items():
            namespace = self._where()
            known = fingerprint(namespace[probe.name], namespace) if probe.name in namespace else None
            now = (known, self.matrix)
            if self._seen.get(key) != now:
                self._seen[key] = now
                self.learner = {key: self._points(probe.name, namespace)}

    def _points(self, name: str, namespace: dict) -> dict:
        A = np.array(self.matrix).reshape(2, 2)
        values = []
        for point in LETTER:  # one vector a call, as the exercise has it; the first failure is told
            told = sample(Probe(name, (A, point), (2,)), namespace)
            if told["state"] != "drawn":
                break
            values.append(told["values"])
        return {**told, "values": values if told["state"] == "drawn" else None, "at": self.matrix}


def by_numpy(a: float, b: float, c: float, d: float) -> dict:
    """What np.linalg says about [[a, b], [c, d]].

    Returns the question (``a`` to ``d``), ``det``, ``rank`` and ``eigenvalues``: two pairs of real and
    imaginary part, the larger real part first and, where those are equal, the larger imaginary part.
    """
    A = np.array([[a, b], [c, d]])
    # Entries are multiples of 0.05: what is smaller than 1e-9 is rounding.
    rank = int(np.linalg.matrix_rank(A, tol=1e-9))
    values = sorted(((float(z.real), float(z.imag)) for z in np.linalg.eigvals(A)), reverse=True)
    return {"a": a, "b": b, "c": c, "d": d, "det": float(np.linalg.det(A)), "rank": rank, "eigenvalues": [list(z) for z in values]}


def linear_map_explorer(matrix=((1.0, 0.0), (0.0, 1.0)), *, function: str | None = "matvec") -> LinearMapExplorer:
    """The linear map explorer, to stand as the last line of a notebook cell.

    ``matrix`` is where it starts: two rows of two numbers from -2 to 2. ``function`` is the *name* of the
    learner's matrix-vector product, which takes an array (2, 2) and one (2,); a name that is not defined
    yet is no error: its letter appears, dashed, as soon as the cell that defines it has run. A name that ends in
    ``_torch`` is given tensors. None draws none. Raises CourseError for another matrix or function.
    """
    low, high, _ = RANGE
    try:
        A = np.array(matrix, dtype=float)
    except (TypeError, ValueError):
        A = np.empty(0)
    if A.shape != (2, 2) or not ((A >= low) & (A <= high)).all():
        raise CourseError(
            f"linear_map_explorer: the matrix must be two rows of two numbers from {low:g} to {high:g}, such as [[1, 0.5], [0, 1]]."
        )
    if not (function is None or isinstance(function, str)):
        raise CourseError(
            'linear_map_explorer(function=...): give the function\'s name in quotes, such as "matvec", so that a new version of it is found.'
        )
    return LinearMapExplorer(function, **dict(zip(ENTRIES, A.ravel().tolist())))
