"""The perceptron explorer: a boundary in the plane of two inputs, and the points that it sorts."""

import math

import numpy as np
import traitlets

from course.errors import CourseError
from course.progress.listen import grading
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget, watch
from course.widgets.learner import Probe, fingerprint, sample

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]
# Petals of irises (E. Anderson 1935; R. A. Fisher 1936): length and width of every fourth flower of two
# species, each centred and divided by its standard deviation over all hundred flowers.
SETOSA_VERSICOLOR = [
    *([-1.01, -1.04], [-1.01, -1.04], [-1.01, -1.04], [-1.01, -1.22], [-1.08, -0.69], [-0.8, -1.04]),
    *([-0.67, -1.04], [-1.01, -1.04], [-0.94, -1.22], [-1.08, -1.04], [-1.08, -0.86], [-0.67, -0.69]),
    *([-0.94, -1.04], [1.41, 1.27], [1.28, 1.45], [0.44, 0.38], [0.51, 0.91], [1.14, 1.27], [1.41, 1.27]),
    *([1.34, 1.09], [0.65, 0.56], [1.14, 1.27], [0.86, 0.91], [0.79, 0.74], [0.93, 0.91]),
]
VERSICOLOR_VIRGINICA = [
    *([-0.25, -0.65], [-0.37, -0.42], [-0.37, -0.89], [-1.1, -1.6], [-0.49, -0.42], [-0.13, 0.29]),
    *([-0.74, -0.89], [-0.49, -0.42], [-1.22, -1.13], [-0.25, -0.42], [-0.62, -1.13], [-0.86, -0.89]),
    *([-2.32, -1.36], [1.21, 1.0], [-0.49, 0.06], [0.24, 0.77], [0.24, 1.71], [2.43, 1.48], [2.18, 0.77]),
    *([-0.13, 0.29], [1.45, 0.53], [0.84, -0.65], [-0.13, 0.29], [0.24, 0.53], [0.11, 0.53]),
]
FLOWERS = [0] * 13 + [1] * 12


def _gate(label: str, *wanted: int) -> dict:
    # arrow: how long one unit of the weights is drawn, in units of the inputs
    return {"label": label, "x": CORNERS, "y": list(wanted), "range": [-0.5, 1.5], "ticks": [0, 1], "arrow": 0.35,
            "separable": label != "XOR"}


def _irises(label: str, x: list, separable: bool) -> dict:
    return {"label": label, "x": x, "y": FLOWERS, "range": [-2.6, 2.6], "ticks": [-2, -1, 0, 1, 2], "arrow": 0.9,
            "separable": separable}


SETS = {
    "AND": _gate("AND", 0, 0, 0, 1),
    "OR": _gate("OR", 0, 1, 1, 1),
    "NAND": _gate("NAND", 1, 1, 1, 0),
    "XOR": _gate("XOR", 0, 1, 1, 0),
    "setosa": _irises("setosa or versicolor", SETOSA_VERSICOLOR, True),
    "virginica": _irises("versicolor or virginica", VERSICOLOR_VIRGINICA, False),
}
RANGES = {"w1": (-2.0, 2.0, 0.05), "w2": (-2.0, 2.0, 0.05), "b": (-3.0, 3.0, 0.05)}
COUNT = 41  # the learner's function is asked on COUNT x COUNT points of the plane
EPOCHS, RATE = 12, 0.125  # of the replay; a power of two, so that sums of 0 are exactly 0
_NOT_SEEN = object()


class PerceptronExplorer(CourseWidget):
    """A perceptron of two inputs over labelled points.

    ``data`` (a key of ``SETS``), ``w1``, ``w2`` and ``b`` follow the browser and can be assigned.
    ``learner`` holds what the learner's perceptron says on the plane ("plane") and at the points
    ("points"), for the neuron that ``asked`` names. ``path`` holds the learner's own training, one row
    ``[w1, w2, b, mistakes in the last epoch, epochs made]`` for each number of epochs from 0 to
    ``EPOCHS``; ``epoch`` is the row that the browser replays, or -1.
    """

    data = traitlets.Enum(tuple(SETS), "AND").tag(sync=True)
    w1 = traitlets.Float(1.0, min=RANGES["w1"][0], max=RANGES["w1"][1]).tag(sync=True)
    w2 = traitlets.Float(-0.5, min=RANGES["w2"][0], max=RANGES["w2"][1]).tag(sync=True)
    b = traitlets.Float(-0.25, min=RANGES["b"][0], max=RANGES["b"][1]).tag(sync=True)
    epoch = traitlets.Int(-1, min=-1, max=EPOCHS).tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    path = traitlets.Dict().tag(sync=True)
    sets = traitlets.Dict(SETS).tag(sync=True)
    names = traitlets.List(list(SETS)).tag(sync=True)  # in order: a saved notebook sorts the keys of a dict
    ranges = traitlets.Dict({key: list(value) for key, value in RANGES.items()}).tag(sync=True)
    count = traitlets.Int(COUNT).tag(sync=True)

    _esm = script("perceptron")
    _css = styles("perceptron")
    _fit_seen = _NOT_SEEN

    def __init__(self, function: str = "perceptron", fit: str = "perceptron_fit", namespace=None, **traits):
        self._function, self._fit = function, fit
        super().__init__({}, namespace, **traits)
        self.observe(self._moved, ["data", "w1", "w2", "b"])
        if not grading():
            self._ask()
            watch(self)

    @traitlets.validate("w1", "w2", "b")
    def _finite(self, proposal):
        if not math.isfinite(proposal.value):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a finite number, not {proposal.value}.")
        return proposal.value

    def shown(self):
        self._ask()

    def _moved(self, change):
        if self._views:  # before a browser shows it nobody looks at the answers
            self._ask()

    def _ask(self) -> None:
        """Ask the learner's functions about the neuron and the points as they are now."""
        with self._looking:
            now = {"data": self.data, "w1": self.w1, "w2": self.w2, "b": self.b}
            if now != self.asked:
                w, b = np.array([self.w1, self.w2]), np.float64(self.b)
                for key, x in (("plane", grid(self.data)), ("points", np.array(SETS[self.data]["x"], dtype=float))):
                    self._probes[key] = Probe(self._function, (x, w, b), (len(x),))
                    self._seen.pop(key, None)
            self._look()
            self.asked = now  # after the answers: the page waits for it

    def _look(self) -> None:
        super()._look()
        namespace = self._where()
        now = (self.data, fingerprint(namespace[self._fit], namespace) if self._fit in namespace else None)
        if self._fit_seen is _NOT_SEEN or self._fit_seen != now:
            self._fit_seen = now
            self.path = {"data": self.data, **replay(self._fit, self.data, namespace)}


def grid(data: str) -> np.ndarray:
    """Points of the plane of ``data``, shape (COUNT * COUNT, 2): rows from below, each from the left."""
    side = np.linspace(*SETS[data]["range"], COUNT)
    return np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)


def replay(name: str, data: str, namespace: dict) -> dict:
    """The learner's training on ``data``, run with 0, 1, 2, ... epochs; as ``sample`` tells it.

    ``values`` has EPOCHS + 1 rows [w1, w2, b, mistakes in the last epoch, epochs made].
    """
    x, y = np.array(SETS[data]["x"], dtype=float), np.array(SETS[data]["y"])

    def train():
        rows = []
        for epochs in range(EPOCHS + 1):
            w, b, errors = namespace[name](x.copy(), y.copy(), RATE, epochs)
            rows.append([float(w[0]), float(w[1]), float(b), errors[-1] if len(errors) else 0, len(errors)])
            if len(errors) < epochs:  # it came to rest: more epochs give the same
                rows += rows[-1:] * (EPOCHS - epochs)
                break
        if max(row[4] for row in rows) > EPOCHS:
            raise ValueError("it made more epochs than max_epochs allows")
        return rows

    known = {key: train if callable(namespace[key]) else namespace[key] for key in [name] if key in namespace}
    return sample(Probe(name, (), (EPOCHS + 1, 5)), known)


def perceptron_explorer(
    data: str = "AND",
    *,
    function: str = "perceptron",
    fit: str = "perceptron_fit",
    w1: float = 1.0,
    w2: float = -0.5,
    b: float = -0.25,
) -> PerceptronExplorer:
    """The perceptron explorer, to stand as the last line of a notebook cell.

    ``data`` is shown first: "AND", "OR", "NAND", "XOR", or real measurements of two species of irises,
    "setosa" (a line separates them) and "virginica" (none does). ``function`` and ``fit`` are the
    *names* of the learner's ``perceptron(x, w, b)`` and ``perceptron_fit(X, y, lr, max_epochs)``; a name
    that is not defined yet is no error: what it gives appears as soon as the cell that defines it has run.

    w1 and w2 lie in [-2, 2], b in [-3, 3]. Raises CourseError for unknown data or a name that is no name.
    """
    if data not in SETS:
        raise CourseError(f"perceptron_explorer: there is no data {data!r}; choose from {', '.join(SETS)}.")
    for argument, name in {"function": function, "fit": fit}.items():
        if not isinstance(name, str):
            raise CourseError(
                f"perceptron_explorer({argument}=...): give the function's name in quotes, "
                'such as "perceptron", so that a new version of it is found.'
            )
    return PerceptronExplorer(function, fit, data=data, w1=w1, w2=w2, b=b)
