"""Record the race of the vectorization unit, for readers who have no kernel.

python benchmarks/race.py

Writes course/recorded/race.json: for each n the seconds of the loop, NumPy and PyTorch on this machine. Each is the
least of several rounds in which the rivals take turns: other programs can only make a round slower.
"""

import datetime
import json

from measure import ROOT, processor

from course.widgets.race import POWERS, Race


ROUNDS = 12


def main() -> None:
    widget = Race(namespace={})
    least = {}
    for power in ROUNDS * list(range(POWERS[0], POWERS[1] + 1)):
        result = widget.run(10**power)
        best = least.setdefault(str(10**power), result)
        best["seconds"] = {runner: min(s, best["seconds"][runner]) for runner, s in result["seconds"].items()}
    path = ROOT / "course/recorded/race.json"
    path.parent.mkdir(exist_ok=True)
    facts = {"device": processor(), "date": datetime.date.today().isoformat(), "command": "python benchmarks/race.py"}
    path.write_text(json.dumps({**facts, "results": least}, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
