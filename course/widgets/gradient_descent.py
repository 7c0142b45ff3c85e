"""The gradient descent explorer: a cost over weight and bias, the path of its descent, and the neuron it leads to."""

import math

import numpy as np
import traitlets

from course.errors import CourseError
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget, watch
from course.widgets.learner import Probe, fingerprint, sample

# Breast Cancer Wisconsin (Diagnostic), W. Wolberg et al. 1995: the mean radius of the cell nuclei of 24 tumours, minus
# its mean and divided by its standard deviation; 1 is malignant.
RADIUS = [
    *(-0.21, 0.23, 1.35, -0.32, 0.73, -0.11, -0.09, 0.85, -0.99, 1.75, -1.19, 0.87),
    *(-1.21, 0.66, -0.56, 1.19, 1.43, -1.12, -1.2, -0.94, 0.98, 0.6, -0.94, -1.74),
]
MALIGNANT = [1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0]
SHIFT = 2.0  # how far the other set is from being centred
SETS = {
    "centred": {"label": "centred", "x": RADIUS, "y": MALIGNANT, "range": [-2.5, 2.5], "ticks": [-2, 0, 2],
                "w": [-3.0, 9.0], "w_ticks": [0, 4, 8], "b": [-5.0, 5.0], "b_ticks": [-4, 0, 4]},
    "shifted": {"label": "not centred", "x": [round(x + SHIFT, 2) for x in RADIUS], "y": MALIGNANT,
                "range": [-0.5, 4.5], "ticks": [0, 2, 4],
                "w": [-3.0, 9.0], "w_ticks": [0, 4, 8], "b": [-15.0, 5.0], "b_ticks": [-12, -8, -4, 0, 4]},
}  # fmt: skip
RATES = [0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0]
STEPS = 60
_NOT_SEEN = object()


class GradientDescentExplorer(CourseWidget):
    """Gradient descent of a neuron with one weight and one bias.

    ``data`` (a key of ``SETS``), the start ``w`` and ``b``, the learning rate ``rate`` (one of ``RATES``) and the
    ``step`` that is shown follow the browser and can be assigned. ``path`` holds the walk that the learner's
    optimize makes, told as by ``sample``: ``values`` has a row [w, b] for each of 0 to ``STEPS`` steps; ``asked`` says for
    which start and rate. ``torch`` holds the same by torch.autograd, rows [w, b, cost], while a browser looks: only the
    start's as long as it stands there, so that whoever moves the start does not wait for steps that are not shown.
    """

    data = traitlets.Enum(list(SETS), "centred").tag(sync=True)
    w = traitlets.Float(-2.0, min=-3.0, max=9.0).tag(sync=True)
    b = traitlets.Float(3.0, min=-15.0, max=5.0).tag(sync=True)
    rate = traitlets.Enum(RATES, 1.0).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    path = traitlets.Dict().tag(sync=True)
    torch = traitlets.Dict().tag(sync=True)
    sets = traitlets.Dict(SETS, read_only=True).tag(sync=True)
    names = traitlets.List(list(SETS), read_only=True).tag(sync=True)  # JSON objects may lose their order
    rates = traitlets.List(RATES, read_only=True).tag(sync=True)
    steps = traitlets.Int(STEPS, read_only=True).tag(sync=True)
    _esm = script("gradient_descent")
    _css = styles("gradient_descent")
    _path_seen = _NOT_SEEN

    def __init__(self, function: str = "optimize", namespace=None, **traits):
        self._function = function
        super().__init__({}, namespace, **traits)
        self.observe(self._moved, ["data", "w", "b", "rate", "step"])
        watch(self)

    @traitlets.validate("w", "b")
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
        self.look_again()
        now = self._now()
        known = len(self.torch["values"]) if self.torch.get("asked") == now else 0
        if known <= self.step:
            self.torch = {"asked": now, "values": by_autograd(**now, steps=STEPS if self.step else 0)}

    def _now(self) -> dict:
        return {"data": self.data, "w": self.w, "b": self.b, "rate": self.rate}

    def _look(self) -> None:
        super()._look()
        namespace = self._where()
        now = self._now()
        seen = (now, fingerprint(namespace[self._function], namespace) if self._function in namespace else None)
        if self._path_seen is _NOT_SEEN or self._path_seen != seen:
            self._path_seen = seen
            self.path = walk(self._function, namespace, **now)
            self.asked = now  # after the answer: the page waits for it


def walk(name: str, namespace: dict, data: str, w: float, b: float, rate: float) -> dict:
    """The walk that the learner's ``name(w, b, X, y, lr, steps)`` makes, one step at a time; as ``sample`` tells it.

    ``values`` has STEPS + 1 rows [w, b], the start first; numbers that are nan or infinite are None.
    """
    X, y = np.array(SETS[data]["x"])[:, None], np.array(SETS[data]["y"], dtype=float)

    def steps():
        at_w, at_b = np.array([w]), float(b)
        rows = [[w, b]]
        for _ in range(STEPS):
            at_w, at_b, _ = namespace[name](np.array(at_w, dtype=float), at_b, X.copy(), y.copy(), rate, 1)
            at_w, at_b = np.asarray(at_w, dtype=float), float(at_b)
            if at_w.shape != (1,):
                raise ValueError(f"w came back with the shape {at_w.shape}, and not (1,)")
            rows.append([float(at_w[0]), at_b])
        return rows

    known = {key: steps if callable(namespace[key]) else namespace[key] for key in [name] if key in namespace}
    return sample(Probe(name, (), (STEPS + 1, 2)), known)


def by_autograd(data: str, w: float, b: float, rate: float, steps: int = STEPS) -> list:
    """The same walk by torch.autograd, in float64: ``steps`` + 1 rows [w, b, cost]."""
    import torch

    x, y = (torch.tensor(SETS[data][key], dtype=torch.float64) for key in ("x", "y"))
    inputs = torch.stack([x, torch.ones_like(x)], dim=1)  # (24, 2): one product gives w x + b, and is followed back fast
    at = torch.tensor([w, b], dtype=torch.float64)
    walked, costs = [], []
    with torch.enable_grad():
        for _ in range(steps + 1):
            at.requires_grad_()
            cost = torch.nn.functional.binary_cross_entropy_with_logits(inputs @ at, y)
            (slope,) = torch.autograd.grad(cost, at)
            walked.append(at.detach())
            costs.append(cost.detach())
            at = at.detach() - rate * slope
    return torch.column_stack([torch.stack(walked), torch.stack(costs)]).tolist()


def gradient_descent_explorer(
    data: str = "centred",
    *,
    function: str = "optimize",
    w: float = -2.0,
    b: float = 3.0,
    rate: float = 1.0,
) -> GradientDescentExplorer:
    """The gradient descent explorer, to stand as the last line of a notebook cell.

    ``data`` is shown first: "centred", or "shifted", the same measurements moved away from 0. ``function`` is the *name*
    of the learner's ``optimize(w, b, X, y, lr, steps)``, which returns (w, b, costs); a name that is not defined yet is no
    error: its path appears, dashed, as soon as the cell that defines it has run. w (-3 to 9) and b (-15 to 5) are the start, rate
    is one of 0.01, 0.03, 0.1, ... 100. Raises CourseError for unknown data, another rate, or a name that is no name.
    """
    if data not in SETS:
        raise CourseError(f"gradient_descent_explorer: there is no data {data!r}; choose from {', '.join(SETS)}.")
    if rate not in RATES:
        raise CourseError(f"gradient_descent_explorer: the rate is one of {', '.join(f'{r:g}' for r in RATES)}, not {rate!r}.")
    if not isinstance(function, str):
        raise CourseError(
            "gradient_descent_explorer(function=...): give the function's name in quotes, "
            'such as "optimize", so that a new version of it is found.'
        )
    return GradientDescentExplorer(function, data=data, w=w, b=b, rate=rate)
