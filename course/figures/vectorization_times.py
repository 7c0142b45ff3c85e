"""Figures that are measured on the reader's machine while they are drawn, each within a second or two.

Nothing in them is known before: their alt texts are made from the figures that were just measured. Except where
threads are the subject, everything runs on one core, so that rivals are compared fairly.
"""

import os

import numpy as np

from course import timing
from course.figures.picture import Pending, picture
from course.palette import CLASS_0, DERIVATIVE, INPUT, VALUE

STYLES = (("o-", INPUT), ("s--", VALUE), ("^-.", DERIVATIVE), ("d:", CLASS_0))


def axes(columns: int = 1, width: float = 8.5, height: float = 3.2, **kwargs):
    import matplotlib.pyplot as plt

    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **kwargs)


def said(seconds: float) -> str:
    """Seconds in the unit that people would choose, with two digits."""
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.2g} {unit}" if seconds / size < 100 else f"{seconds / size:.0f} {unit}"
    return f"{seconds / 1e-9:.2g} ns" if seconds < 99.5e-9 else f"{seconds / 1e-9:.0f} ns"


def as_tensors(name: str, arguments: tuple) -> tuple:
    """The arguments for a function of that name: tensors of the same memory if it says that it wants them."""
    if not ("torch" in name.lower()):
        return arguments
    import torch

    return tuple(torch.from_numpy(np.atleast_1d(a)) if isinstance(a, np.ndarray) else torch.tensor(a) for a in arguments)


def lines(axis, sizes, times: dict[str, list[float]]):
    for (name, seconds), (style, colour) in zip(times.items(), STYLES):
        axis.loglog(sizes[: len(seconds)], seconds, style, color=colour, markersize=5, label=name)


@picture
@timing.one_thread()
def race(functions, sizes=(10, 100, 1000, 10_000, 100_000, 1_000_000), budget: float = 0.04):
    """Seconds of the learner's dot products against n, and how many times faster than the first the others are."""
    random = np.random.default_rng(0)
    times = {name: [] for name in functions}
    for n in sizes:
        u, v = random.normal(size=n), random.normal(size=n)
        for name, function in functions.items():
            times[name].append(timing.seconds_per_call(function, *as_tensors(name, (u, v)), budget=budget))
    figure, (left, right) = axes(2)
    lines(left, sizes, times)
    left.set(title="seconds for one dot product", xlabel="n")
    left.legend()
    first, *others = times
    for name, (style, colour) in zip(others, STYLES[1:]):
        right.loglog(sizes, np.divide(times[first], times[name]), style, color=colour, markersize=5, label=name)
    right.axhline(1, color="#767676", linewidth=1)
    right.set(title=f"times faster than {first}", xlabel="n")
    told = "; ".join(f"{name} {said(seconds[0])} for {sizes[0]} numbers and {said(seconds[-1])} for {sizes[-1]}" for name, seconds in times.items())
    return figure, f"Measured on this machine, on logarithmic axes: {told}."


@timing.one_thread()
def winners(fastest, functions, sizes=(15, 100_000)):
    """What the learner's ``fastest`` says with the real clock, as a line for each size."""
    random = np.random.default_rng(0)
    told = []
    try:
        for n in sizes:
            u, v = random.normal(size=n), random.normal(size=n)
            told.append(f"{n:,} numbers: {fastest(functions, (u, v), repeats=5, number=1000 if n < 1000 else 1)}".replace(",", " "))
    except NotImplementedError:
        return Pending("The winners appear once you have written the functions above and run this cell again.")
    except Exception as error:
        return Pending(f"The winners are not known yet, because a function raised {type(error).__name__}: {error}.")
    return "; ".join(told)


@picture
@timing.one_thread()
def model_against_clock(simd_cycles, n: int = 16_384, width: int = 64, budget: float = 0.06):
    """Adding n whole numbers of 8, 4, 2 and 1 bytes: steps by the model beside seconds, both against 1 byte."""
    names, steps, seconds = ("int64", "int32", "int16", "int8"), [], []
    for name in names:
        a, b, out = (np.ones(n, dtype=name) for _ in range(3))
        steps.append(simd_cycles(n, width // a.itemsize))
        seconds.append(timing.seconds_per_call(np.add, a, b, out, budget=budget))
    figure, axis = axes(height=3.0)
    at = np.arange(len(names))
    model, clock = np.divide(steps, steps[-1]), np.divide(seconds, seconds[-1])
    axis.bar(at - 0.2, model, 0.38, color="none", edgecolor=VALUE, hatch="//", label="steps, by your simd_cycles")
    axis.bar(at + 0.2, clock, 0.38, color=DERIVATIVE, label="time, by the clock")
    for x, value in [*zip(at - 0.2, model), *zip(at + 0.2, clock)]:
        axis.text(x, value, f"{value:.1f}", ha="center", va="bottom", fontsize=9)
    axis.set(title=f"adding {n} numbers, against int8", xticks=at, xticklabels=[f"{name}\n{np.dtype(name).itemsize} bytes" for name in names])
    axis.set_ylim(0, 1.15 * max(*model, *clock))
    axis.legend()
    told = "; ".join(f"{name}: {m:.1f} by the model, {c:.1f} by the clock" for name, m, c in zip(names, model, clock))
    return figure, f"Bars, relative to int8, which took {said(seconds[-1])}. {told}."


@picture
@timing.one_thread()
def memory_walls(powers=range(8, 23), budget: float = 0.03):
    """Nanoseconds per number of c = a + b, against the bytes of the three arrays together."""
    total, each = [], []
    for power in powers:
        a, b, out = (np.ones(2**power) for _ in range(3))
        total.append(3 * a.nbytes)
        each.append(timing.seconds_per_call(np.add, a, b, out, budget=budget) / 2**power * 1e9)
    figure, axis = axes(height=3.0)
    axis.semilogx(total, each, "o-", color=VALUE)
    axis.set(title="c = a + b for float64, measured now", xlabel="bytes of a, b and c together", ylabel="nanoseconds per number")
    axis.set_ylim(bottom=0)
    best = int(np.argmin(each))
    return figure, (
        f"Nanoseconds per number against bytes: {each[0]:.2g} at {total[0]} bytes, the least, {each[best]:.2g}, at {total[best]} bytes, and "
        f"{each[-1]:.2g} at {total[-1]} bytes."
    )


def thread_counts() -> list[int]:
    """1, 2, 4, ... up to what this process may use: a grader gives it one."""
    import torch

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    most = min(allowed, torch.get_num_threads())
    return [k for k in (1, 2, 4, 8, 16, 32) if k < most] + [most]


@picture
def threads(sizes=(64, 256, 1024), budget: float = 0.15):
    """Square matrix products in PyTorch with more and more threads, each against one thread."""
    import torch

    counts, before = thread_counts(), torch.get_num_threads()
    gain = {}
    try:
        for n in sizes:
            A = torch.ones(n, n)
            times = []
            for k in counts:
                torch.set_num_threads(k)
                times.append(timing.seconds_per_call(torch.matmul, A, A, budget=budget))
            gain[n] = [times[0] / seconds for seconds in times]
    finally:
        torch.set_num_threads(before)
    figure, axis = axes(height=3.0)
    axis.plot(counts, counts, color="#767676", linewidth=1, linestyle=":", label="twice the threads, half the time")
    for (n, values), (style, colour) in zip(gain.items(), STYLES):
        axis.plot(counts, values, style, color=colour, label=f"{n} × {n}")
    axis.set(title="matrix product, against one thread", xlabel="threads", ylabel="times as fast", xticks=counts)
    axis.set_ylim(bottom=0)
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1))
    if counts == [1]:
        return figure, "This process may use one thread only, so there is nothing to compare: each matrix product stands at 1."
    told = "; ".join(f"{n} by {n}: {values[-1]:.2g}" for n, values in gain.items())
    return figure, f"Times as fast as one thread, with {counts[-1]} threads: {told}. A dotted line shows the ideal, {counts[-1]}."


@picture
@timing.one_thread()
def distances(functions, n: int = 100, d: int = 20, budget: float = 0.15):
    """Seconds of the learner's ways to all distances of n rows from n rows of d numbers."""
    random = np.random.default_rng(0)
    X, Y = random.normal(size=(n, d)), random.normal(size=(n, d))
    times = {name: timing.seconds_per_call(f, *as_tensors(name, (X, Y)), budget=budget) for name, f in functions.items()}
    return bars(times, f"all distances, {n} rows against {n} rows of {d} numbers")


def bars(times: dict[str, float], title: str):
    figure, axis = axes(height=0.9 + 0.45 * len(times))
    names = list(times)
    axis.barh(names, times.values(), color=VALUE, height=0.55)
    axis.set(xscale="log", title=title, xlabel="seconds (log scale)")
    axis.set_xlim(min(times.values()) / 3, max(times.values()) * 6)
    axis.invert_yaxis()
    for i, seconds in enumerate(times.values()):
        axis.text(seconds * 1.15, i, said(seconds), va="center", fontsize=9)
    return figure, f"{title}, measured on this machine: " + "; ".join(f"{name} {said(t)}" for name, t in times.items()) + "."


@picture
@timing.one_thread()
def passes(functions, d: int = 30, sizes=(10, 100, 1000, 10_000), budget: float = 0.06):
    """Seconds of one forward and backward pass against the number of examples."""
    random = np.random.default_rng(0)
    times = {name: [] for name in functions}
    for n in sizes:
        X, y, w = random.normal(size=(n, d)), (random.random(n) < 0.5) * 1.0, random.normal(size=d)
        for name, function in functions.items():
            times[name].append(timing.seconds_per_call(function, *as_tensors(name, (X, y, w, 0.0)), budget=budget))
    figure, axis = axes()
    lines(axis, sizes, times)
    axis.set(title=f"one forward and backward pass, {d} numbers an example", xlabel="examples", ylabel="seconds")
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1))
    told = "; ".join(f"{name} {said(seconds[-1])}" for name, seconds in times.items())
    return figure, f"Seconds against examples on logarithmic axes, measured on this machine. For {sizes[-1]} examples: {told}."


@picture
@timing.one_thread()
def summary(pairs, budget: float = 0.1):
    """For each pair (loop, arrays) of the learner's functions, how many times faster the arrays are."""
    random = np.random.default_rng(0)
    n, d = 2000, 30
    X, w, y = random.normal(size=(n, d)), random.normal(size=d), (random.random(n) < 0.5) * 1.0
    arguments = {
        "dot": (random.normal(size=100_000), random.normal(size=100_000)),
        "distances": (X[:60], X[60:120]),
        "forward": (X, w, 0.0),
        "gradients": (X, y, w, 0.0),
    }
    gains = {}
    for name, (loop, arrays) in pairs.items():
        slow, quick = (timing.seconds_per_call(f, *arguments[name], budget=budget) for f in (loop, arrays))
        gains[name] = slow / quick
    figure, axis = axes(height=2.6)
    axis.barh(list(gains), gains.values(), color=VALUE, height=0.55)
    axis.set(xscale="log", title="times faster without the loop, by your functions", xlabel="factor (log scale)")
    axis.set_xlim(min(1, *gains.values()) / 1.5, max(gains.values()) * 4)
    axis.axvline(1, color="#767676", linewidth=1)
    axis.invert_yaxis()
    for i, gain in enumerate(gains.values()):
        axis.text(gain * 1.1, i, f"{gain:.0f} ×" if gain >= 10 else f"{gain:.1f} ×", va="center", fontsize=9)
    return figure, "Measured on this machine, times faster without the loop: " + "; ".join(f"{k} {v:.2g}" for k, v in gains.items()) + "."
