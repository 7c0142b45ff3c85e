"""The activation explorer: a point moved along an activation function, and its derivative."""

import math

import numpy as np
import traitlets

from course.errors import CourseError
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget
from course.widgets.learner import Probe

NAMES = ("step", "linear", "sigmoid", "tanh", "relu")
FUNCTIONS = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "relu"}
DERIVATIVES = {"sigmoid": "sigmoid_grad", "tanh": "tanh_grad", "relu": "relu_grad"}

# Lowest, highest, step. The largest |z| that they allow, 2 * 3 + 2, is the end of the picture.
RANGES = {"x": (-3.0, 3.0, 0.05), "w": (-2.0, 2.0, 0.05), "b": (-2.0, 2.0, 0.05)}
GRID = {"low": -8.0, "high": 8.0, "count": 321}


class ActivationExplorer(CourseWidget):
    """z = w x + b through an activation a(z): value, tangent, derivative and saturated zones.

    ``activation``, ``x``, ``w`` and ``b`` follow the browser and can be assigned. ``torch`` holds
    what torch.autograd says at the point (see ``by_autograd``), or is empty.
    """

    activation = traitlets.Enum(NAMES, "sigmoid").tag(sync=True)
    x = traitlets.Float(0.5, min=RANGES["x"][0], max=RANGES["x"][1]).tag(sync=True)
    w = traitlets.Float(1.0, min=RANGES["w"][0], max=RANGES["w"][1]).tag(sync=True)
    b = traitlets.Float(0.0, min=RANGES["b"][0], max=RANGES["b"][1]).tag(sync=True)
    torch = traitlets.Dict().tag(sync=True)
    ranges = traitlets.Dict({key: list(value) for key, value in RANGES.items()}).tag(sync=True)
    grid = traitlets.Dict(GRID).tag(sync=True)

    _esm = script("activations")
    _css = styles("activations")

    def __init__(self, functions=None, derivatives=None, namespace=None, **traits):
        z = np.linspace(GRID["low"], GRID["high"], GRID["count"])
        wanted = {
            "value": _names("functions", FUNCTIONS if functions is None else functions),
            "derivative": _names("derivatives", DERIVATIVES if derivatives is None else derivatives),
        }
        probes = {
            f"{what}:{activation}": Probe(name, (z,), z.shape)
            for what, names in wanted.items()
            for activation, name in names.items()
        }
        super().__init__(probes, namespace, **traits)
        self.observe(self._ask_torch, ["activation", "x", "w", "b"])

    @traitlets.validate("x", "w", "b")
    def _finite(self, proposal):
        if not math.isfinite(proposal.value):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a finite number, not {proposal.value}.")
        return proposal.value

    def shown(self):
        self._ask_torch()

    def _ask_torch(self, change=None):
        # Before a browser shows it nobody reads these numbers, and importing torch takes a second.
        if self._views:
            self.torch = by_autograd(self.activation, self.x, self.w, self.b)


def by_autograd(activation: str, x: float, w: float, b: float) -> dict:
    """What PyTorch says about a = activation(w x + b), in float64.

    Returns the question (``activation``, ``x``, ``w``, ``b``) and ``z``, ``a``, ``da_dz``, ``da_dw``,
    ``da_dx``, ``da_db``; a derivative is None where autograd has none to give (step).
    """
    import torch

    functions = {
        "step": lambda z: (z >= 0).to(z.dtype),
        "linear": lambda z: z,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": torch.relu,
    }
    with torch.enable_grad():
        leaves = {
            name: torch.tensor(value, dtype=torch.float64, device="cpu", requires_grad=True)
            for name, value in {"x": x, "w": w, "b": b}.items()
        }
        z = leaves["w"] * leaves["x"] + leaves["b"]
        z.retain_grad()
        a = functions[activation](z)
        if a.requires_grad:
            a.backward()
    grads = {"da_dz": z.grad, **{f"da_d{name}": leaf.grad for name, leaf in leaves.items()}}
    return {
        **{"activation": activation, "x": x, "w": w, "b": b, "z": z.item(), "a": a.item()},
        **{name: None if grad is None else grad.item() for name, grad in grads.items()},
    }


def activation_explorer(
    activation: str = "sigmoid",
    *,
    functions: dict[str, str] | None = None,
    derivatives: dict[str, str] | None = None,
    x: float = 0.5,
    w: float = 1.0,
    b: float = 0.0,
) -> ActivationExplorer:
    """The activation explorer, to stand as the last line of a notebook cell.

    ``activation`` is shown first: "step", "linear", "sigmoid", "tanh" or "relu". ``functions`` says
    under which *name* the learner writes each of them, and ``derivatives`` the same for the
    derivatives (``{"sigmoid": "sigmoid_grad"}``). A name that is not defined yet is no error: its
    curve appears, dashed, as soon as the cell that defines it has run. A name that ends in
    ``_torch`` is given a tensor. Left out, the names are those of the course: ``sigmoid``, ``tanh``,
    ``relu``, and ``sigmoid_grad``, ``tanh_grad``, ``relu_grad``; ``{}`` draws none.

    x and w lie in [-3, 3] and [-2, 2], b in [-2, 2]. Raises CourseError for an unknown activation.
    """
    if activation not in NAMES:
        raise CourseError(f"activation_explorer: there is no activation {activation!r}; choose from {_list()}.")
    return ActivationExplorer(functions, derivatives, activation=activation, x=x, w=w, b=b)


def _names(argument: str, names: dict) -> dict:
    for activation, name in names.items():
        if activation not in NAMES:
            raise CourseError(
                f"activation_explorer({argument}=...): there is no activation {activation!r}; "
                f"choose from {_list()}."
            )
        if not isinstance(name, str):
            raise CourseError(
                f"activation_explorer({argument}=...): for {activation!r} give the function's name "
                'in quotes, such as "sigmoid", so that a new version of it is found.'
            )
    return names


def _list() -> str:
    return ", ".join(NAMES)
