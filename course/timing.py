"""Times for the notebooks' pictures: bounded in seconds, whatever the machine; and recorded figures.

A timing is one batch of calls divided by their number, so that a call shorter than the clock's tick can be
measured too (the method of Python's ``timeit``). What is told is the median of several batches.
"""

import json
import statistics
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from threadpoolctl import threadpool_limits

RECORDED = Path(__file__).with_name("recorded")
CLEAR = 2e-4  # seconds that one batch should take: far above the clock's tick and the cost of reading it


def seconds_per_call(function, *args, budget: float = 0.05, clock=time.perf_counter) -> float:
    """The median time of one call, found within about ``budget`` seconds and one or two calls more.

    The first call is a warm-up and is not counted, unless it alone used the budget up.
    """
    start = clock()
    function(*args)
    first = clock() - start
    if first >= budget:
        return first
    number, taken = 1, _batch(function, args, 1, clock)
    spent = first + taken
    while taken < CLEAR and spent < budget:
        number *= 2
        taken = _batch(function, args, number, clock)
        spent += taken
    times = [taken / number]
    while spent + taken < budget:
        taken = _batch(function, args, number, clock)
        spent += taken
        times.append(taken / number)
    return statistics.median(times)


def _batch(function, args, number: int, clock) -> float:
    start = clock()
    for _ in range(number):
        function(*args)
    return clock() - start


@contextmanager
def one_thread():
    """NumPy's and PyTorch's own threads are off inside: what is timed then is one core's work.

    On a busy machine threads that wait for each other would be most of what is measured.
    """
    torch = sys.modules.get("torch")
    before = torch.get_num_threads() if torch else None
    try:
        with threadpool_limits(1):
            if torch:
                torch.set_num_threads(1)
            yield
    finally:
        if torch:
            torch.set_num_threads(before)


def recorded(name: str) -> dict | None:
    """What ``course/recorded/<name>.json`` holds: figures with their device, date and command; or None."""
    path = RECORDED / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
