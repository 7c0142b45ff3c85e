"""The race: a loop, NumPy and PyTorch compute one dot product, timed on the learner's machine; and lanes filling up."""

import numpy as np
import traitlets

from course import timing
from course.errors import CourseError
from course.widgets.assets import script, styles
from course.widgets.base import CourseWidget
from course.widgets.learner import TooSlow, stopped_after

RUNNERS = {"loop": "dot_loop", "numpy": "dot_vectorized", "torch": "dot_vectorized_torch"}
POWERS = (1, 6)  # n = 10 to a million
LANES = (1, 4, 8, 16)
BUDGET = 0.1  # seconds for each runner
LONGEST = 2.0  # seconds after which a learner's function is stopped
CHECKED = 1000  # numbers on which it is tried before it is timed


def dot_loop(u, v):
    total = 0.0
    for a, b in zip(u, v):
        total += a * b
    return total


def dot_torch(u, v):
    return u @ v


OURS = {"loop": dot_loop, "numpy": np.dot, "torch": dot_torch}


class Race(CourseWidget):
    """``power`` chooses n = 10**power, ``guess`` is the learner's factor of NumPy over the loop, as its exponent of 10.

    ``results`` maps str(n) to {"seconds": {runner: s}, "whose": {runner: "yours" or "the course's"}, "note": str};
    ``recorded`` holds figures of another machine in the same form, with device, date and command, or is empty.
    """

    power = traitlets.Int(3, min=POWERS[0], max=POWERS[1]).tag(sync=True)
    guess = traitlets.Float(0.0, min=-1.0, max=4.0).tag(sync=True)
    lanes = traitlets.Enum(LANES, 4).tag(sync=True)
    step = traitlets.Int(0, min=0, max=32).tag(sync=True)
    results = traitlets.Dict().tag(sync=True)
    recorded = traitlets.Dict().tag(sync=True)

    _esm = script("race")
    _css = styles("race")

    def __init__(self, namespace=None, **traits):
        super().__init__(None, namespace, recorded=timing.recorded("race") or {}, **traits)
        self.on_msg(self._asked)

    def run(self, n: int, budget: float = BUDGET) -> dict:
        """Time the three runners on n numbers, each for about ``budget`` seconds; keeps and returns the result."""
        random = np.random.default_rng(n)
        u, v = random.normal(size=n), random.normal(size=n)
        seconds, whose, notes = {}, {}, []
        for runner, name in RUNNERS.items():
            arguments = (u, v)
            if runner == "torch":
                import torch

                arguments = (torch.from_numpy(u), torch.from_numpy(v))
            few = tuple(a[:CHECKED] for a in arguments)
            function, whose[runner], note = self._choose(runner, name, few, float(u[:CHECKED] @ v[:CHECKED]))
            notes += filter(None, [note])
            with timing.one_thread():
                seconds[runner] = timing.seconds_per_call(function, *arguments, budget=budget)
        result = {"seconds": seconds, "whose": whose, "note": " ".join(notes)}
        self.results = {**self.results, str(n): result}  # a new dict: changes in place do not travel
        return result

    def _choose(self, runner: str, name: str, arguments: tuple, expected: float):
        """The learner's function if it is written and right on these numbers, else the course's own."""
        theirs = self._where().get(name)
        if not callable(theirs):
            return OURS[runner], "the course's", ""
        try:
            with stopped_after(LONGEST):
                value = float(theirs(*arguments))
        except NotImplementedError:
            return OURS[runner], "the course's", ""
        except TooSlow:
            return OURS[runner], "the course's", f"Your {name} was stopped after {LONGEST:g} s."
        except BaseException as error:
            return OURS[runner], "the course's", f"Your {name} raised {type(error).__name__}, so the course's own ran."
        if not np.isclose(value, expected, rtol=1e-6, atol=1e-6):
            return OURS[runner], "the course's", f"Your {name} gave another number, so the course's own ran."
        return theirs, "yours", ""

    def _asked(self, _, content, buffers) -> None:
        if isinstance(content, dict) and content.get("kind") == "race":
            power = content.get("power")
            if isinstance(power, int) and POWERS[0] <= power <= POWERS[1]:
                self.run(10**power)


def race(power: int = 3) -> Race:
    """The race widget, to stand as the last line of a notebook cell; it starts at n = 10**power, from 1 to 6.

    The runners are the learner's ``dot_loop``, ``dot_vectorized`` and ``dot_vectorized_torch`` where they are
    written and right, and the course's own otherwise. Raises CourseError for another power.
    """
    if power not in range(POWERS[0], POWERS[1] + 1):
        raise CourseError(f"race: n = 10**{power} is outside the race; choose a power from {POWERS[0]} to {POWERS[1]}.")
    return Race(power=power)
