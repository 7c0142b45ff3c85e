"""The scale explorer: test accuracy over model size and amount of data, recorded, with the learner's own curves in it."""

import math

import numpy as np
import traitlets

from course import timing
from course.errors import CourseError
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget, watch
from course.widgets.learner import stopped_after, TooSlow

RESULTS, AMOUNTS = "comparison", "AMOUNTS"  # the learner's names in the notebook
OTHERS = ("logistic regression", "SVM")
WAITS = "Your own curves will be drawn here, dashed, once your comparison has run."


class ScaleExplorer(CourseWidget):
    """A heat map of test accuracies, and the two curves that run through the chosen field.

    ``size`` and ``amount`` are places in ``grid["sizes"]`` and ``grid["amounts"]``; ``show`` is "accuracy" or "error".
    ``grid`` holds what was recorded: ``sizes`` (hidden neurons), ``amounts`` (training images), ``asked`` (test images),
    ``seeds`` (how many), ``networks`` {"mean", "error"}, each one row for each size, ``others`` name -> {"mean",
    "error"}, and where it was recorded. ``mine`` is what the learner's experiment gave: ``state`` ("drawn", "missing" or
    "failed"), ``sentence``, ``amounts``, and ``models`` name -> {"mean", "error"}, with None for nan and infinity.
    """

    size = traitlets.Int(5, min=0).tag(sync=True)
    amount = traitlets.Int(3, min=0).tag(sync=True)
    show = traitlets.Enum(("accuracy", "error"), "accuracy").tag(sync=True)
    grid = traitlets.Dict().tag(sync=True)
    mine = traitlets.Dict().tag(sync=True)

    _esm = script("scale")
    _css = styles("scale")

    def __init__(self, results: str = RESULTS, amounts: str = AMOUNTS, namespace=None, **traits):
        self._results, self._amounts = results, amounts
        super().__init__({}, namespace, grid=summed_up(timing.recorded("scale")), **traits)
        watch(self)

    @traitlets.validate("size", "amount")
    def _on_the_map(self, proposal):
        places = self.grid.get({"size": "sizes", "amount": "amounts"}[proposal.trait.name], [])
        if places and proposal.value >= len(places):
            raise traitlets.TraitError(f"{proposal.trait.name} must be a place from 0 to {len(places) - 1}, not {proposal.value}.")
        return proposal.value

    def _look(self) -> None:
        super()._look()
        self.mine = read(self._results, self._amounts, self._where())


def summed_up(recorded: dict | None) -> dict:
    """Mean and standard error over the seeds, of every count in the recorded file."""
    if recorded is None:
        raise CourseError("scale_explorer: course/recorded/scale.json is missing; python benchmarks/scale.py makes it.")

    def bars(runs):
        shares = np.array(runs) / recorded["asked"]
        return {"mean": shares.mean(axis=0).tolist(), "error": (shares.std(axis=0, ddof=1) / math.sqrt(len(shares))).tolist()}

    rows = [bars(runs) for runs in recorded["networks"].values()]
    return {
        "sizes": [int(size) for size in recorded["networks"]],
        "amounts": recorded["amounts"],
        "asked": recorded["asked"],
        "seeds": len(recorded["seeds"]),
        "networks": {part: [row[part] for row in rows] for part in ("mean", "error")},
        "others": {name: bars(recorded["others"][name]) for name in OTHERS},
        **{key: recorded[key] for key in ("device", "date", "command")},
    }


def read(results: str, amounts: str, namespace: dict) -> dict:
    """What the learner's experiment gave, for the trait ``mine``; never raises.

    ``results`` names a dict from a model's name to (mean, error), as compare_models returns it, and ``amounts`` the list
    of amounts that belongs to it. Networks are called "network 8", with the number of hidden neurons.
    """
    found = namespace.get(results)
    if found is None:
        return _told("missing", WAITS)
    try:
        with stopped_after(1.0):
            places = [int(amount) for amount in namespace[amounts]]
            models = {str(name): _bars(name, pair, len(places)) for name, pair in found.items()}
    except TooSlow:
        return _told("failed", f"{results} could not be read within a second.")
    except KeyError:
        return _told("failed", f"{amounts}, the list of amounts that belongs to {results}, is not defined.")
    except ValueError as problem:
        return _told("failed", str(problem) if str(problem).startswith(results) else f"{results} {problem}")
    except BaseException as error:  # a class of the learner's own may raise whatever it likes
        return _told("failed", f"{results} is no dict from a name to (mean, error): {type(error).__name__}.")
    return {"state": "drawn", "sentence": "", "amounts": places, "models": models}


def _bars(name, pair, count: int) -> dict:
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        raise ValueError(f"holds no pair (mean, error) for {name}.")
    parts = [np.asarray(part, dtype=np.float64) for part in pair]
    if any(part.shape != (count,) for part in parts):
        raise ValueError(f"has the shapes {parts[0].shape} and {parts[1].shape} for {name}, where ({count},) is expected.")
    return {key: np.where(np.isfinite(part), part, None).tolist() for key, part in zip(("mean", "error"), parts)}


def _told(state: str, sentence: str) -> dict:
    return {"state": state, "sentence": sentence, "amounts": [], "models": {}}


def scale_explorer(*, hidden: int = 32, images: int = 160, results: str = RESULTS, amounts: str = AMOUNTS) -> ScaleExplorer:
    """The scale explorer, to stand as the last line of a notebook cell.

    ``hidden`` neurons and training ``images`` choose the field that is shown first. ``results`` and ``amounts`` are the
    *names* of what the learner's compare_models returned and of its list of amounts; names that are not defined yet are
    no error: the curves appear as soon as the cell that defines them has run.

    Raises CourseError for a size or an amount that was not recorded, for a name that is no name, and when there is no
    recorded grid.
    """
    for argument, name in {"results": results, "amounts": amounts}.items():
        if not isinstance(name, str):
            raise CourseError(
                f'scale_explorer({argument}=...): give the name in quotes, such as "{RESULTS}", so that a new result is found.'
            )
    grid = summed_up(timing.recorded("scale"))
    for argument, value, places in (("hidden", hidden, grid["sizes"]), ("images", images, grid["amounts"])):
        if value not in places:
            raise CourseError(f"scale_explorer({argument}={value!r}): choose from {', '.join(map(str, places))}.")
    return ScaleExplorer(results, amounts, size=grid["sizes"].index(hidden), amount=grid["amounts"].index(images))
