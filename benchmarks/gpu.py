"""Record matrix products on this machine's CPU and graphics card, for notebooks that run without a card.

python benchmarks/gpu.py

Writes course/recorded/gpu.json: the card's name, the date, and for each n the seconds on the CPU, on the card, and
on the card with the way there and back. Without a card it says so, writes nothing and ends with status 2.
"""

import datetime
import json
import sys

from measure import ROOT

from course.figures.vectorization_times import gpu_times


def main() -> int:
    import torch

    if not torch.cuda.is_available():
        print("gpu.py: PyTorch finds no graphics card here; run it on a machine that has one.", file=sys.stderr)
        return 2
    path = ROOT / "course/recorded/gpu.json"
    path.parent.mkdir(exist_ok=True)
    facts = {
        "device": torch.cuda.get_device_name(),
        "torch": torch.__version__,
        "date": datetime.date.today().isoformat(),
        "command": "python benchmarks/gpu.py",
    }
    path.write_text(json.dumps({**facts, "rows": gpu_times(budget=0.5)}, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
