"""What a kernel costs that runs one notebook: until it is ready, until its libraries are there, to end, in processor time.

python benchmarks/kernels.py [ROUNDS]

Stock is what nbgrader does: a new Python process and a polite shutdown. The others are this course's kernels. The
processor's seconds count everything that ran for the kernel; those of the warm process's start come once and are told apart.
"""

import asyncio
import resource
import sys
import time

from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import ensure_async
from measure import ROOT, report, summary, take_turns
from traitlets.config import Config

sys.path.insert(0, str(ROOT))
from course.grading.kernels import jail, zygote  # noqa: E402
from course.grading.kernels.manager import CourseKernelManager  # noqa: E402

FIRST_CELL = "import numpy as np, torch, torch.optim, matplotlib.pyplot as plt\ntorch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)"
QUANTITIES = {
    "ready": "from the start to the first reply",
    "imported": "from the start to the end of a first cell that imports the libraries",
    "shutdown": "to end it",
    "processor": "seconds of processor time for all of that",
}
KINDS = {
    "stock": None,
    "cold, jailed": {"warm": False},
    "warm, no jail": {"jail": False},
    "warm, jailed": {},
}


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def life(kind: str) -> dict[str, float]:
    """One kernel's life; the seconds of each quantity."""
    traits = KINDS[kind]
    before, start = children(), time.perf_counter()
    manager = AsyncKernelManager() if traits is None else CourseKernelManager(config=Config(JailedProvisioner=traits))
    await manager.start_kernel(extra_arguments=["--HistoryManager.hist_file=:memory:"])
    client = manager.client()
    client.start_channels()
    await ensure_async(client.wait_for_ready(timeout=120))
    ready = time.perf_counter()
    await ensure_async(client.execute_interactive(FIRST_CELL, timeout=120, output_hook=lambda message: None))
    imported = time.perf_counter()
    await manager.shutdown_kernel(now=traits is not None)
    end = time.perf_counter()
    client.stop_channels()
    used = children() - before if traits is None else manager.provisioner.last.cpu
    return {"ready": ready - start, "imported": imported - start, "shutdown": end - imported, "processor": used}


def main(rounds: int = 7) -> None:
    if why := jail.refusal():
        raise SystemExit(f"benchmarks/kernels.py: {why}")
    start = time.perf_counter()
    zygote.shared().ready()
    warming = time.perf_counter() - start
    print(f"The warm process took {warming:.1f} s to start, once.")
    lives = {kind: [] for kind in KINDS}

    def one(kind: str) -> float:
        lives[kind].append(asyncio.run(life(kind)))
        return 0.0

    take_turns({kind: lambda kind=kind: one(kind) for kind in KINDS}, rounds)
    for quantity, meaning in QUANTITIES.items():
        print(f"\n{meaning}:")
        # The first round of each is the warm-up.
        seconds = {kind: [each[quantity] for each in all_of_it[1:]] for kind, all_of_it in lives.items()}
        report(f"kernels_{quantity}", summary(seconds, "stock"), "stock", meaning=meaning, warm_process_s=round(warming, 2))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
