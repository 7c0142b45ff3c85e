"""What it takes to grade a large class on a cluster: a simulation with the figures that grading.py measured.

python benchmarks/large_class.py [--learners 10000] [--loops 0.02] [--price 0.05]

Simulated are the one writer, the bounded look-ahead, the executions on the workers' cores, and submissions with
an endless loop, which wait out a cell's timeout and are run once more alone on their machine. Prints a table and
writes it to results/large_class.md. Prices are for one core and hour.
"""

import argparse
import heapq
import json
import random
from dataclasses import dataclass

from measure import RESULTS

CORES_A_MACHINE = 16
TIMEOUT = 30.0
SERIAL = "course grade --workers 1"
COLD = 20.0  # seconds until a cluster of machines that are up has its workers


@dataclass(frozen=True)
class Figures:
    """Seconds a submission: ``write`` the writer's own work, ``execute`` an execution on one core."""

    write: float
    execute: float


def measured(path) -> Figures:
    """From a result of grading.py: the writer's parts, and the processor time less those."""
    found = json.loads(path.read_text())
    parts = found["parts"][SERIAL]["parts"]
    away = ("waiting for an execution", "cells", "imports")
    write = sum(of["ms"] for part, of in parts.items() if part not in away and not part.startswith(("kernel", "execution"))) / 1e3
    row = next(row for row in found["rows"] if row["name"] == SERIAL)
    return Figures(write, max(row["cpu_s"] - write - parts["imports"]["ms"] / 1e3, 0.01))


def simulate(figures: Figures, learners: int, cores: int, loops: float, seed: int = 0) -> tuple[float, float]:
    """Seconds from start to end, and the share of the cores' time in which they executed.

    An execution takes its mean times a factor from a log-normal distribution of mean 1. One that loops holds its
    core until the timeout, and then, alone, all cores of its machine for another one.
    """
    draw = random.Random(seed)
    sizes = [CORES_A_MACHINE] * (cores // CORES_A_MACHINE) + ([cores % CORES_A_MACHINE] if cores % CORES_A_MACHINE else [])
    machines = [[0.0] * size for size in sizes]  # when each core is free again
    ahead: list[float] = []  # when each execution that was sent and not yet written will be done
    writer = busy = 0.0
    sent = 0
    for _ in range(learners):
        while sent < learners and len(ahead) < 2 * cores + 2:
            machine = min(machines, key=min)
            core = machine.index(min(machine))
            start, taken = max(machine[core], writer), figures.execute * draw.lognormvariate(-0.125, 0.5)
            machine[core] = done = start + taken
            busy += taken
            if draw.random() < loops:
                done = max(done + TIMEOUT, *machine) + taken + TIMEOUT
                machine[:] = [done] * len(machine)
                busy += taken + 2 * TIMEOUT
            heapq.heappush(ahead, done)
            sent += 1
        writer = max(writer, heapq.heappop(ahead)) + figures.write
    return writer + COLD, busy / (cores * writer)


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--learners", type=int, default=10_000)
    parser.add_argument("--loops", type=float, default=0.02, help="share of submissions with an endless loop")
    parser.add_argument("--price", type=float, default=0.05, help="for a core and an hour")
    args = parser.parse_args(argv)
    source = next((RESULTS / name for name in ("grading.json", "grading-trimmed.json") if (RESULTS / name).exists()), None)
    if source is None:
        raise SystemExit("there are no measured figures yet; run first: python benchmarks/grading.py")
    figures = measured(source)
    lines = [
        f"# {args.learners:,} learners on a cluster, simulated",
        "",
        f"From `{source.name}`: {figures.write:.2f} s of the one writer and {figures.execute:.2f} s of a core for each submission; "
        f"{args.loops:.0%} of them loop for ever. Written by `python benchmarks/large_class.py`.",
        "",
        "| cores | hours | core hours | cost | cores busy | held up by |",
        "|---|---|---|---|---|---|",
    ]
    least = args.learners * figures.write
    for cores in (2, 8, 16, 32, 64, 128):
        seconds, busy = simulate(figures, args.learners, cores, args.loops)
        hours = seconds / 3600
        what = "the writer" if least > 0.9 * seconds else "the executions"
        lines.append(f"| {cores} | {hours:.2f} | {hours * cores:.1f} | {hours * cores * args.price:.2f} | {min(busy, 1):.0%} | {what} |")
    text = "\n".join(lines) + "\n"
    (RESULTS / "large_class.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
