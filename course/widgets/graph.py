"""The graph explorer: d = b c, e = a + d, f = d a, g = e ** f, forward and backward one step at a time."""

import math
import types

import numpy as np
import traitlets

from course.errors import CourseError
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget, watch
from course.widgets.learner import Probe, fingerprint, sample

NODES = "abcdefg"
STEPS = 13  # four nodes forward, the 1 at the end, eight edges backward

# Lowest, highest, step. All are positive or 0, so e = a + b c > 0 and ln e exists.
RANGES = {"a": (0.5, 2.5, 0.05), "b": (0.0, 1.0, 0.05), "c": (0.0, 4.0, 0.1)}


class GraphExplorer(CourseWidget):
    """The graph at the point (a, b, c) after ``step`` of ``STEPS`` steps.

    ``a``, ``b``, ``c``, ``step`` and ``numbers`` follow the browser and can be assigned; ``numbers``
    says whose numbers stand in the picture, "formula" or "value" (the learner's class). ``torch`` holds
    what torch.autograd says at the point (see ``by_autograd``), or is empty; ``own`` the same of the
    learner's class, with ``name``, ``state`` and ``sentence`` as ``learner.sample`` gives them.
    """

    a = traitlets.Float(2.0, min=RANGES["a"][0], max=RANGES["a"][1]).tag(sync=True)
    b = traitlets.Float(0.5, min=RANGES["b"][0], max=RANGES["b"][1]).tag(sync=True)
    c = traitlets.Float(3.0, min=RANGES["c"][0], max=RANGES["c"][1]).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    numbers = traitlets.Enum(["formula", "value"], "formula").tag(sync=True)
    torch = traitlets.Dict().tag(sync=True)
    own = traitlets.Dict().tag(sync=True)
    ranges = traitlets.Dict({key: list(value) for key, value in RANGES.items()}).tag(sync=True)

    _esm = script("graph")
    _css = styles("graph")

    def __init__(self, value="Value", namespace=None, **traits):
        self._value_name, self._value_seen = value, None
        super().__init__(None, namespace, **traits)
        self.observe(self._ask, ["a", "b", "c"])
        watch(self)

    @traitlets.validate("a", "b", "c")
    def _finite(self, proposal):
        if not math.isfinite(proposal.value):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a finite number, not {proposal.value}.")
        return proposal.value

    def shown(self):
        self._ask()

    def _look(self):
        """Ask the learner's class again when it, or a function that it uses, has changed."""
        namespace = self._where()
        now = (class_fingerprint(namespace.get(self._value_name), namespace),)
        if now != self._value_seen:
            self._value_seen = now
            self.own = by_value(self._value_name, namespace, self.a, self.b, self.c)

    def _ask(self, change=None):
        # Before a browser shows it nobody reads these numbers, and importing torch takes a second.
        if self._views:
            self.torch = by_autograd(self.a, self.b, self.c)
            self.own = by_value(self._value_name, self._where(), self.a, self.b, self.c)


def by_autograd(a: float, b: float, c: float) -> dict:
    """What PyTorch says about the graph, in float64.

    Returns the question (``a``, ``b``, ``c``), ``values`` and ``grads`` (node -> number, all seven).
    """
    import torch

    with torch.enable_grad():
        nodes = {
            name: torch.tensor(value, dtype=torch.float64, device="cpu", requires_grad=True)
            for name, value in {"a": a, "b": b, "c": c}.items()
        }
        nodes["d"] = nodes["b"] * nodes["c"]
        nodes["e"] = nodes["a"] + nodes["d"]
        nodes["f"] = nodes["d"] * nodes["a"]
        nodes["g"] = nodes["e"] ** nodes["f"]
        for node in nodes.values():
            node.retain_grad()
        nodes["g"].backward()
    return {
        **{"a": a, "b": b, "c": c},
        "values": {name: node.item() for name, node in nodes.items()},
        "grads": {name: node.grad.item() for name, node in nodes.items()},
    }


def by_value(name: str, namespace: dict, a: float, b: float, c: float) -> dict:
    """What the learner's class ``name`` says about the graph; raises nothing.

    The class is called with a number, understands ``+``, ``*`` and ``**`` between its objects, and has
    ``data``, ``grad`` and ``backward()``. Returns ``a``, ``b``, ``c``, ``name``, ``state``, ``sentence`` and,
    when the state is "drawn", ``values`` and ``grads`` as ``by_autograd`` does (None for nan and infinity).
    """
    reached = []

    def run(point):
        kind = namespace[name]
        nodes = {key: kind(number) for key, number in zip("abc", point.tolist())}
        nodes["d"] = nodes["b"] * nodes["c"]
        nodes["e"] = nodes["a"] + nodes["d"]
        nodes["f"] = nodes["d"] * nodes["a"]
        reached.append("f")
        nodes["g"] = nodes["e"] ** nodes["f"]
        reached.append("g")
        nodes["g"].backward()
        return np.array([[float(nodes[key].data) for key in NODES], [float(nodes[key].grad) for key in NODES]])

    told = sample(Probe(name, (np.array([a, b, c]),), (2, len(NODES))), {name: run} if name in namespace else {})
    if told["state"] == "missing":
        told["sentence"] = f"The numbers of your {name} will stand here once its cell has run."
    elif told["state"] != "drawn" and reached == ["f"]:
        # A number in the exponent is one exercise, a node in the exponent the next.
        told["sentence"] = f"Your {name} computes d, e and f. For e ** f, with a node in the exponent, it needs log. ({told['sentence']})"
    values, grads = told.pop("values") or (None, None)
    answer = {"a": a, "b": b, "c": c, **told}
    if values is not None:
        answer |= {"values": dict(zip(NODES, values)), "grads": dict(zip(NODES, grads))}
    return answer


def class_fingerprint(kind, namespace: dict) -> tuple:
    """Equal before and after exactly when the class cannot have changed: by its methods and what they use."""
    if not isinstance(kind, type):
        return (fingerprint(kind, namespace),)
    methods = {name: method for name, method in vars(kind).items() if isinstance(method, types.FunctionType)}
    return (fingerprint(kind, namespace), *((name, fingerprint(methods[name], namespace)) for name in sorted(methods)))


def graph_explorer(a: float = 2.0, b: float = 0.5, c: float = 3.0, *, step: int = 0, value: str = "Value") -> GraphExplorer:
    """The graph explorer, to stand as the last line of a notebook cell.

    ``a`` lies in [0.5, 2.5], ``b`` in [0, 1], ``c`` in [0, 4]. ``step`` (0 to 13) is how many steps are done: 4 is
    the whole forward pass, 13 everything. ``value`` is the *name* of the learner's class; as soon as it works,
    its numbers can be shown in place of those of the chain rule. Raises CourseError for a point outside.
    """
    for name, number in {"a": a, "b": b, "c": c}.items():
        low, high, _ = RANGES[name]
        if not low <= number <= high:
            raise CourseError(f"graph_explorer({name}={number}): {name} must lie between {low:g} and {high:g}.")
    if step not in range(STEPS + 1):
        raise CourseError(f"graph_explorer(step={step}): step must be a whole number from 0 to {STEPS}.")
    if not isinstance(value, str):
        raise CourseError('graph_explorer(value=...): give the name of your class in quotes, such as "Value".')
    return GraphExplorer(value, a=a, b=b, c=c, step=step)
