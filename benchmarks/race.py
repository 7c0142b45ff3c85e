"""Record the race of the vectorization unit, for readers who have no kernel.

python benchmarks/race.py

Writes course/recorded/race.json: for each n the seconds of the loop, NumPy and PyTorch on this machine.
"""

import datetime
import json
import os
import platform

from measure import ROOT

from course.widgets.race import POWERS, Race


def processor() -> str:
    """The processor's name where the system tells it, and how many cores this process may use."""
    name = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as lines:
            name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), name)
    return f"{name}, {os.cpu_count()} cores"


def main() -> None:
    widget = Race(namespace={})
    for power in range(POWERS[0], POWERS[1] + 1):
        widget.run(10**power, budget=1.5)
    path = ROOT / "course/recorded/race.json"
    path.parent.mkdir(exist_ok=True)
    facts = {"device": processor(), "date": datetime.date.today().isoformat(), "command": "python benchmarks/race.py"}
    path.write_text(json.dumps({**facts, "results": widget.results}, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
