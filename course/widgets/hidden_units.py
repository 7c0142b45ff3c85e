"""The hidden units explorer: a small network over the plane, each hidden unit with a picture of its own."""

import base64
import functools
import threading

import numpy as np
import traitlets

from course.errors import CourseError
from course.progress.listen import grading
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget, watch
from course.widgets.learner import Probe, fingerprint, sample

MOST = 8  # hidden units
STEPS, EVERY, RATE = 1000, 10, 1.0  # of the training; the browser keeps each EVERY-th network
FIT_STEPS = 100  # so many steps the learner's fit runs: its answer is waited for while a slider moves
COUNT = 41  # the learner's forward is asked on COUNT x COUNT points of the plane
SEEDS = {"random 1": 3, "random 2": 5, "random 3": 9}  # from the last one, two units do not find XOR
STARTS = (*SEEDS, "all 0.5", "zeros")
_NOT_SEEN = object()
_training = threading.Lock()  # ipykernel 7 may handle the messages of two widgets at once


def _rings() -> tuple:
    turn = 2 * np.pi * np.arange(30) / 30
    radius = np.repeat([0.35, 0.95], 30) + 0.1 * np.random.default_rng(0).normal(size=60)
    return np.stack([radius * np.cos([*turn, *turn]), radius * np.sin([*turn, *turn])], axis=1), np.repeat([1, 0], 30)


def _moons() -> tuple:
    turn = np.pi * np.arange(30) / 29
    upper, lower = (np.cos(turn) - 0.5, np.sin(turn) - 0.25), (0.5 - np.cos(turn), 0.25 - np.sin(turn))
    points = np.hstack([upper, lower]).T + 0.12 * np.random.default_rng(1).normal(size=(60, 2))
    return points, np.repeat([1, 0], 30)


def _set(label: str, points, labels, limits: tuple, ticks: list) -> dict:
    return {"label": label, "x": np.round(points, 2).tolist(), "y": [int(v) for v in labels], "range": list(limits), "ticks": ticks}


SETS = {
    "XOR": _set("XOR", [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0, 1, 1, 0], (-0.5, 1.5), [0, 1]),
    "rings": _set("two rings", *_rings(), (-1.4, 1.4), [-1, 0, 1]),
    "moons": _set("two moons", *_moons(), (-1.9, 1.9), [-1, 0, 1]),
}


def numbers() -> dict:
    """The random numbers behind the starts: name -> {"W1": (2, MOST), "W2": (MOST,)}, of standard deviation 1."""
    made = {}
    for name, seed in SEEDS.items():
        draws = np.round(np.random.default_rng(seed).normal(size=(3, MOST)), 3)
        made[name] = {"W1": draws[:2].tolist(), "W2": draws[2].tolist()}
    return made


NUMBERS = numbers()


def beginning(start: str, units: int) -> dict:
    """The parameters at the start: "W1" (2, units), "b1" (1, units), "W2" (units, 1), "b2" (1, 1)."""
    if start in NUMBERS:
        W1 = np.array(NUMBERS[start]["W1"])[:, :units] / np.sqrt(2)
        W2 = np.array(NUMBERS[start]["W2"])[:units, None] / np.sqrt(units)
    else:
        weight = 0.5 if start == "all 0.5" else 0.0
        W1, W2 = np.full((2, units), weight), np.full((units, 1), weight)
    return {"W1": W1, "b1": np.zeros((1, units)), "W2": W2, "b2": np.zeros((1, 1))}


def mean_cost(data: str, params: dict) -> float:
    """The mean cross-entropy of a network on the points of ``data``."""
    X, y = points_of(data)
    Z2 = np.tanh(X @ params["W1"] + params["b1"]) @ params["W2"] + params["b2"]
    return float(np.mean(np.logaddexp(0, Z2) - y * Z2))


def points_of(data: str) -> tuple:
    """Points (n, 2) and labels (n, 1) of a set."""
    return np.array(SETS[data]["x"]), np.array(SETS[data]["y"], dtype=float)[:, None]


def training(data: str, start: str, units: int, steps: int = STEPS) -> list[dict]:
    """The parameters after 0, EVERY, 2 * EVERY, ... ``steps`` steps of gradient descent on all points; leave them as they are.

    What was computed before is kept, so that the list may reach further than ``steps``, and only what is missing is computed:
    for the first steps of another network nobody waits until all of its training is done.
    """
    kept = _run(data, start, units)
    with _training:
        X, y = points_of(data)
        while len(kept) <= steps // EVERY:
            p = kept[-1]
            for _ in range(EVERY):
                A1 = np.tanh(X @ p["W1"] + p["b1"])
                dZ2 = (0.5 * (1 + np.tanh((A1 @ p["W2"] + p["b2"]) / 2)) - y) / y.size
                dZ1 = dZ2 @ p["W2"].T * (1 - A1**2)
                slopes = {"W1": X.T @ dZ1, "b1": dZ1.sum(0, keepdims=True), "W2": A1.T @ dZ2, "b2": dZ2.sum(0, keepdims=True)}
                p = {name: p[name] - RATE * slopes[name] for name in p}
            kept.append(p)
    return kept


@functools.lru_cache(maxsize=32)
def _run(data: str, start: str, units: int) -> list[dict]:
    """What ``training`` has computed so far."""
    return [beginning(start, units)]


def grid(data: str) -> np.ndarray:
    """Points of the plane of ``data``, shape (COUNT * COUNT, 2): rows from below, each from the left."""
    side = np.linspace(*SETS[data]["range"], COUNT)
    return np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)


def packed(values: list) -> str:
    """The base64 of so many numbers of 8 bytes, the least byte first; None becomes nan."""
    return base64.b64encode(np.array(values, dtype="<f8").tobytes()).decode()


class HiddenUnitsExplorer(CourseWidget):
    """A network of two inputs, one hidden layer of tanh units and one sigmoid output, while it learns.

    ``data`` (a key of ``SETS``), ``units``, ``start`` (of ``STARTS``), ``step`` (a multiple of EVERY) and ``off`` (the
    hidden units that are switched off, counted from 0) follow the browser and can be assigned. ``learner`` holds what
    the learner's forward says on the plane for this network ("plane", its values ``packed``) and the costs of the learner's fit from this start
    ("costs"). ``asked`` names the network that these and ``cost``, Python's own, belong to.
    """

    data = traitlets.Enum(tuple(SETS), "XOR").tag(sync=True)
    units = traitlets.Int(4, min=1, max=MOST).tag(sync=True)
    start = traitlets.Enum(STARTS, STARTS[0]).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    off = traitlets.List(traitlets.Int(min=0, max=MOST - 1)).tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    cost = traitlets.Float(0.0).tag(sync=True)
    sets = traitlets.Dict(SETS).tag(sync=True)
    names = traitlets.List(list(SETS)).tag(sync=True)  # in order: a saved notebook sorts the keys of a dict
    starts = traitlets.List(list(STARTS)).tag(sync=True)
    numbers = traitlets.Dict(NUMBERS).tag(sync=True)
    rules = traitlets.Dict({"most": MOST, "steps": STEPS, "every": EVERY, "rate": RATE, "count": COUNT}).tag(sync=True)

    _esm = script("hidden_units")
    _css = styles("hidden_units")

    def __init__(self, function: str = "forward", fit: str = "fit", namespace=None, **traits):
        self._function, self._fit = function, fit
        self._last = {"plane": _NOT_SEEN, "costs": _NOT_SEEN}
        super().__init__({}, namespace, **traits)
        self.observe(self._moved, ["data", "units", "start", "step", "off"])
        if not grading():
            self._ask()
            watch(self)

    @traitlets.validate("step")
    def _kept(self, proposal):
        return EVERY * round(proposal.value / EVERY)  # only these networks are kept

    def network(self) -> dict:
        """The parameters shown now, with 0 for the outgoing weights of the units that are switched off."""
        params = {name: value.copy() for name, value in training(self.data, self.start, self.units, self.step)[self.step // EVERY].items()}
        params["W2"][[unit for unit in self.off if unit < self.units]] = 0.0
        return params

    def shown(self):
        self._ask()

    def _moved(self, change):
        if self._views:  # before a browser shows it nobody looks at the answers
            self._ask()

    def _now(self) -> dict:
        return {name: getattr(self, name) for name in ("data", "units", "start", "step", "off")}

    def _ask(self) -> None:
        """Ask the learner's functions about the network as it is now."""
        with self._looking:
            now = self._now()
            if now == self.asked:
                return
            self._look()
            self.cost = mean_cost(self.data, self.network())
            self.asked = {**now, "off": list(now["off"])}  # after the answers: the page waits for it

    def _look(self) -> None:
        super()._look()
        namespace = self._where()
        changed = {}
        for key, name, network, ask in (
            ("plane", self._function, self._now(), self._ask_forward),
            ("costs", self._fit, [self.data, self.units, self.start], self._ask_fit),
        ):
            now = (network, fingerprint(namespace[name], namespace) if name in namespace else None)
            if self._last[key] is _NOT_SEEN or self._last[key] != now:
                self._last[key] = now
                changed[key] = ask(name, namespace)
        if changed:
            self.learner = {**self.learner, **changed}

    def _ask_forward(self, name: str, namespace: dict) -> dict:
        def answers():
            found = namespace[name](grid(self.data), self.network())
            return found[0] if isinstance(found, tuple) else found

        told = _asked(name, namespace, answers, (COUNT * COUNT, 1))
        # As one text they are sent at once; a list is gone through number by number, here, on the way and in the browser.
        return told if told["values"] is None else {**told, "values": packed(told["values"])}

    def _ask_fit(self, name: str, namespace: dict) -> dict:
        def costs():
            X, y = points_of(self.data)
            return [float(value) for value in namespace[name](X, y, beginning(self.start, self.units), RATE, FIT_STEPS)[1]]

        return _asked(name, namespace, costs, (FIT_STEPS,))


def _asked(name: str, namespace: dict, ask, shape: tuple) -> dict:
    """What ``sample`` tells of ``ask``, which calls the learner's function ``name`` in its own way."""
    known = {name: ask if callable(namespace[name]) else namespace[name]} if name in namespace else {}
    return sample(Probe(name, (), shape), known)


def hidden_units_explorer(
    data: str = "XOR",
    units: int = 4,
    *,
    start: str = STARTS[0],
    step: int = 0,
    function: str = "forward",
    fit: str = "fit",
) -> HiddenUnitsExplorer:
    """The hidden units explorer, to stand as the last line of a notebook cell.

    ``data`` is "XOR", "rings" or "moons"; ``units`` from 1 to 8; ``start`` one of "random 1", "random 2", "random 3",
    "all 0.5" and "zeros"; ``step`` from 0 to 1000 says how far the training has come. ``function`` and ``fit`` are the
    *names* of the learner's ``forward(X, params)`` and ``fit(X, y, params, lr, steps)``; a name that is not defined yet is
    no error: what it gives appears as soon as the cell that defines it has run.

    Raises CourseError for unknown data or start, numbers out of range, and a name that is no name.
    """
    if data not in SETS:
        raise CourseError(f"hidden_units_explorer: there is no data {data!r}; choose from {', '.join(SETS)}.")
    if start not in STARTS:
        raise CourseError(f"hidden_units_explorer: there is no start {start!r}; choose from {', '.join(STARTS)}.")
    for argument, value, low, high in (("units", units, 1, MOST), ("step", step, 0, STEPS)):
        if not isinstance(value, int) or not low <= value <= high:
            raise CourseError(f"hidden_units_explorer({argument}=...): give a whole number from {low} to {high}, not {value!r}.")
    for argument, name in {"function": function, "fit": fit}.items():
        if not isinstance(name, str):
            raise CourseError(
                f"hidden_units_explorer({argument}=...): give the function's name in quotes, "
                'such as "forward", so that a new version of it is found.'
            )
    return HiddenUnitsExplorer(function, fit, data=data, units=units, start=start, step=step)
