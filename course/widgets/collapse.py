"""The collapse explorer: several linear layers beside the single one that does the same, until an activation bends them."""

import math

import numpy as np
import traitlets

from course.errors import CourseError
from course.figures.letter import LETTER
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget
from course.widgets.learner import Probe, fingerprint, sample

BETWEEN = ("nothing", "relu", "tanh")
# Lowest, highest, step: of the number of layers, degrees, a factor along x (its inverse along y), a bias along x.
RANGES = {"layers": (1, 5, 1), "turn": (-90.0, 90.0, 5.0), "stretch": (0.7, 1.4, 0.05), "shift": (-1.0, 1.0, 0.05)}
CONTROLS = tuple(RANGES)


class CollapseExplorer(CourseWidget):
    """``layers`` equal layers h -> W h + b, with ``between`` after each but the last, beside one layer.

    W turns by ``turn`` degrees after it stretched by ``stretch`` along x and 1 / ``stretch`` along y; b is
    (``shift``, 0). ``torch`` holds what PyTorch says (see ``by_torch``), or is empty. ``learner["layer"]`` is what
    the learner's function made of the layers, rows (W, b), and ``at`` the controls that it was asked for.
    """

    between = traitlets.Enum(BETWEEN, "nothing").tag(sync=True)
    layers = traitlets.Int(3, min=RANGES["layers"][0], max=RANGES["layers"][1]).tag(sync=True)
    turn = traitlets.Float(30.0, min=RANGES["turn"][0], max=RANGES["turn"][1]).tag(sync=True)
    stretch = traitlets.Float(1.2, min=RANGES["stretch"][0], max=RANGES["stretch"][1]).tag(sync=True)
    shift = traitlets.Float(0.4, min=RANGES["shift"][0], max=RANGES["shift"][1]).tag(sync=True)
    torch = traitlets.Dict().tag(sync=True)
    ranges = traitlets.Dict({key: list(value) for key, value in RANGES.items()}).tag(sync=True)
    letter = traitlets.List(LETTER.tolist()).tag(sync=True)

    _esm = script("collapse")
    _css = styles("collapse")

    def __init__(self, function: str | None = None, namespace=None, **traits):
        probes = {} if function is None else {"layer": Probe(function, (), (2, 3))}
        super().__init__(probes, namespace, **traits)
        self.observe(self._moved, ["between", *CONTROLS])

    @traitlets.validate("turn", "stretch", "shift")
    def _finite(self, proposal):
        if not math.isfinite(proposal.value):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a finite number, not {proposal.value}.")
        return proposal.value

    @property
    def controls(self) -> list[float]:
        """layers, turn, stretch and shift."""
        return [getattr(self, name) for name in CONTROLS]

    def shown(self):
        self._moved()

    def _moved(self, change=None):
        # Before a browser shows it nobody reads these numbers, and importing torch takes a second.
        if self._views:
            self.torch = by_torch(self.between, *self.controls)
            self.look_again()

    def _look(self) -> None:
        """Run the learner's function on the layers, if it or they changed."""
        for key, probe in self._probes.items():
            namespace = self._where()
            known = fingerprint(namespace[probe.name], namespace) if probe.name in namespace else None
            now = (known, self.controls)
            if self._seen.get(key) != now:
                self._seen[key] = now
                self.learner = {key: {**self._layer(probe.name, namespace), "at": self.controls}}

    def _layer(self, name: str, namespace: dict) -> dict:
        W, b = layer(self.turn, self.stretch, self.shift)
        inputs = ([W.copy() for _ in range(self.layers)], [b.copy() for _ in range(self.layers)])
        if callable(function := namespace.get(name)):
            namespace = {name: lambda *layers: _rows(function(*layers))}
        return sample(Probe(name, inputs, (2, 3)), namespace)


def _rows(result):
    """(W, b) as one array (2, 3), so that it can be judged and sent like any other result."""
    if result is None:
        return None
    try:
        W, b = map(np.asarray, result)
        if (W.shape, b.shape) == ((2, 2), (2,)):
            return np.column_stack([W, b])
    except (TypeError, ValueError):
        pass
    raise ValueError("it should return two arrays, W of shape (2, 2) and b of shape (2,)")


def layer(turn: float, stretch: float, shift: float) -> tuple[np.ndarray, np.ndarray]:
    """W (2, 2) and b (2,) of each layer: stretch along x, its inverse along y, then a turn; b = (shift, 0)."""
    angle = np.deg2rad(turn)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return rotation @ np.diag([stretch, 1 / stretch]), np.array([shift, 0.0])


def by_torch(between: str, layers: int, turn: float, stretch: float, shift: float) -> dict:
    """Where PyTorch's linear layers with that activation between them send (0, 0), (1, 0), (0, 1) and (1, 1), in float64.

    Returns the question and ``points``: four pairs.
    """
    import torch

    W, b = map(torch.from_numpy, layer(turn, stretch, shift))
    bend = {"nothing": lambda h: h, "relu": torch.relu, "tanh": torch.tanh}[between]
    h = torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]], dtype=torch.float64)
    for k in range(layers):  # not nn.Linear: making one draws from the learner's random numbers
        h = torch.nn.functional.linear(h if k == 0 else bend(h), W, b)
    points = h.tolist()
    return {"between": between, "layers": layers, "turn": turn, "stretch": stretch, "shift": shift, "points": points}


def collapse_explorer(between: str = "nothing", *, layers: int = 3, function: str | None = "collapse", **controls) -> CollapseExplorer:
    """The collapse explorer, to stand as the last line of a notebook cell.

    ``between`` the layers stands "nothing", "relu" or "tanh". ``layers`` is from 1 to 5. ``function`` is the *name* under
    which the learner writes collapse(weights, biases) -> (W, b); what its layer does to the letter appears, dashed, as
    soon as its cell has run. None draws none. turn (degrees, -90 to 90), stretch (0.7 to 1.4) and shift (-1 to 1) can be
    given too. Raises CourseError for another ``between`` and for a function that is not a name.
    """
    if between not in BETWEEN:
        raise CourseError(f"collapse_explorer: there is no {between!r} between layers; choose from {', '.join(BETWEEN)}.")
    if not (function is None or isinstance(function, str)):
        raise CourseError(
            'collapse_explorer(function=...): give the function\'s name in quotes, such as "collapse", so that a new version of it is found.'
        )
    return CollapseExplorer(function, between=between, layers=layers, **controls)
