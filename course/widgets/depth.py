"""The depth explorer: what is left of a gradient on its way back through many layers."""

import math

import numpy as np
import traitlets

from course.errors import CourseError
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget
from course.widgets.learner import Probe

NAMES = ("linear", "sigmoid", "tanh", "relu")
DEEPEST = 20
RANGES = {"depth": (1, DEEPEST, 1), "z": (-3.0, 3.0, 0.1), "w": (0.5, 2.0, 0.1)}  # lowest, highest, step
GRID = {"low": -3.0, "high": 3.0, "count": 61}  # the values of z: one for each step of its slider


class DepthExplorer(CourseWidget):
    """``depth`` neurons in a row, a_(k+1) = g(w a_k) from a_0 = z: the gradient that reaches each of them.

    ``activation``, ``depth``, ``z`` and ``w`` follow the browser and can be assigned. ``torch`` holds what
    torch.autograd says (see ``by_autograd``), or is empty.
    """

    activation = traitlets.Enum(NAMES, "sigmoid").tag(sync=True)
    depth = traitlets.Int(10, min=RANGES["depth"][0], max=RANGES["depth"][1]).tag(sync=True)
    z = traitlets.Float(0.5, min=RANGES["z"][0], max=RANGES["z"][1]).tag(sync=True)
    w = traitlets.Float(1.0, min=RANGES["w"][0], max=RANGES["w"][1]).tag(sync=True)
    torch = traitlets.Dict().tag(sync=True)
    ranges = traitlets.Dict({key: list(value) for key, value in RANGES.items()}).tag(sync=True)
    grid = traitlets.Dict(GRID).tag(sync=True)

    _esm = script("depth")
    _css = styles("depth")

    def __init__(self, function: str | None = None, namespace=None, **traits):
        z = np.linspace(GRID["low"], GRID["high"], GRID["count"])
        probes = {} if function is None else {
            name: Probe(function, (z,), z.shape, tuple((depth, name) for depth in range(1, DEEPEST + 1)))
            for name in NAMES
        }
        super().__init__(probes, namespace, **traits)
        self.observe(self._ask_torch, ["activation", "depth", "z", "w"])

    @traitlets.validate("z", "w")
    def _finite(self, proposal):
        if not math.isfinite(proposal.value):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a finite number, not {proposal.value}.")
        return proposal.value

    def shown(self):
        self._ask_torch()

    def _ask_torch(self, change=None):
        # Before a browser shows it nobody reads these numbers, and importing torch takes a second.
        if self._views:
            self.torch = by_autograd(self.activation, self.depth, self.z, self.w)


def by_autograd(activation: str, depth: int, z: float, w: float) -> dict:
    """What PyTorch says about a_(k+1) = g(w a_k), k = 0 to depth - 1, a_0 = z, in float64.

    Returns the question (``activation``, ``depth``, ``z``, ``w``), ``output`` a_depth, and ``reaching``: the
    gradients of the output with respect to a_0, ..., a_depth, so ``depth`` + 1 numbers of which the last is 1.
    """
    import torch

    functions = {"linear": lambda a: a, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    with torch.enable_grad():
        outputs = [torch.tensor(z, dtype=torch.float64, device="cpu", requires_grad=True)]
        for _ in range(depth):
            outputs.append(functions[activation](w * outputs[-1]))
            outputs[-1].retain_grad()
        outputs[-1].backward()
    return {
        **{"activation": activation, "depth": depth, "z": z, "w": w, "output": outputs[-1].item()},
        "reaching": [a.grad.item() for a in outputs],
    }


def depth_explorer(
    activation: str = "sigmoid", *, depth: int = 10, z: float = 0.5, w: float = 1.0, function: str | None = "gradient_after"
) -> DepthExplorer:
    """The depth explorer, to stand as the last line of a notebook cell.

    ``activation`` is shown first: "linear", "sigmoid", "tanh" or "relu". ``depth`` is from 1 to 20, z from -3 to 3
    and the weight w of each layer from 0.5 to 2. ``function`` is the *name* under which the learner writes
    gradient_after(depth, activation, z), for the weight 1; its curve appears, dashed, as soon as its cell has run.
    None draws none. Raises CourseError for an unknown activation and for a function that is not a name.
    """
    if activation not in NAMES:
        raise CourseError(f"depth_explorer: there is no activation {activation!r}; choose from {', '.join(NAMES)}.")
    if not (function is None or isinstance(function, str)):
        raise CourseError(
            'depth_explorer(function=...): give the function\'s name in quotes, such as "gradient_after", so that a new version of it is found.'
        )
    return DepthExplorer(function, activation=activation, depth=depth, z=z, w=w)
