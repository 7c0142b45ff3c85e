"""Record matrix products on this machine's processor and, where it has one, graphics card.

python benchmarks/gpu.py

Writes course/recorded/gpu.json for notebooks that run without a card: the device's name, the date, and for each n
the seconds on the CPU, on the card, and on the card with the way there and back. A record of a card is not replaced
by one without.
"""

import datetime
import json
import sys

from measure import ROOT, processor

from course import timing
from course.figures import vectorization_cards as cards


def main() -> int:
    path = ROOT / "course/recorded/gpu.json"
    facts = cards.facts(budget=2, date=datetime.date.today().isoformat(), command="python benchmarks/gpu.py", processor=processor())
    if not facts["card"] and (timing.recorded("gpu") or {}).get("card"):
        print(f"gpu.py: PyTorch finds no graphics card here, and {path.relative_to(ROOT)} holds figures of one: kept.", file=sys.stderr)
        return 2
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
