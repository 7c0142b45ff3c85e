"""What every benchmark shares: medians, ratios, fresh interpreters, and where the figures go.

Times are seconds of wall time. A figure is trusted as a ratio to others of the same run: machines
differ, and one machine differs from minute to minute, which is why rivals take turns.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).resolve().parent / "results"


def timed(function, *args) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    function(*args)
    return time.perf_counter() - start


def take_turns(rivals: dict, rounds: int, warm_up: int = 1) -> dict[str, list[float]]:
    """``rivals`` maps a name to a function that returns seconds; each is called once a round."""
    seconds = {name: [] for name in rivals}
    for turn in range(warm_up + rounds):
        for name, measure in rivals.items():
            taken = measure()
            if turn >= warm_up:
                seconds[name].append(taken)
    return seconds


def environment() -> dict[str, str]:
    """This process's environment, in which a child also finds the checkout's own package."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}


def in_fresh_process(statement: str) -> float:
    """Seconds that a statement takes in an interpreter that has just started."""
    program = f"import time\nstart = time.perf_counter()\n{statement}\nprint(time.perf_counter() - start)"
    done = subprocess.run([sys.executable, "-c", program], env=environment(), check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def processor() -> str:
    """The processor's name where the system tells it, and how many cores this process may use."""
    name = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as lines:
            name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), name)
    return f"{name}, {os.cpu_count()} cores"


def summary(seconds: dict[str, list[float]], base: str) -> list[dict]:
    """For each name its median, range and the ratio of its median to that of ``base``."""
    of_base = statistics.median(seconds[base])
    return [
        {
            "name": name,
            "median_s": round(statistics.median(taken), 6),
            "low_s": round(min(taken), 6),
            "high_s": round(max(taken), 6),
            "rounds": len(taken),
            "ratio": round(statistics.median(taken) / of_base, 3),
        }
        for name, taken in seconds.items()
    ]


def report(name: str, rows: list[dict], base: str, **facts) -> Path:
    """Print the rows as a table and write them, with the machine's facts, to results/<name>.json."""
    wide = max(len(row["name"]) for row in rows)
    print(f"{'':<{wide}}  {'median':>10}  {'range':>21}  against '{base}'")
    for row in rows:
        span = f"{row['low_s'] * 1e3:,.1f} to {row['high_s'] * 1e3:,.1f}"
        print(f"{row['name']:<{wide}}  {row['median_s'] * 1e3:>7,.1f} ms  {span:>21}  {row['ratio']:,.2f}")
    machine = {"system": platform.system(), "python": platform.python_version(), "cpus": os.cpu_count()}
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps({"base": base, "machine": machine, **facts, "rows": rows}, indent=1) + "\n")
    return path
