"""Record the grid of the scale unit: model sizes by amounts of data by seeds, about two minutes on two cores.

python benchmarks/scale.py

Runs the solved notebook's own code (its solutions and the cells tagged "recipe") on more sizes and seeds than the
notebook has time for, and writes course/recorded/scale.json: for each model, seed and amount of training images how
many of the test images were read correctly.
"""

import datetime
import importlib.metadata
import json
import platform
import re

from measure import ROOT
from race import processor

from course import timing

MASTER = ROOT / "source/scale/scale.ipynb"
SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)  # hidden neurons
SEEDS = tuple(range(10))


def notebook() -> dict:
    """The names that the solved notebook defines: its exercises, its data and its models."""
    if not MASTER.exists():
        raise SystemExit("benchmarks/scale.py: source/scale/scale.ipynb is missing; make it with: python -m course build scale")
    cells = [cell for cell in json.loads(MASTER.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    names = {"__name__": "scale"}
    for index, cell in enumerate(cells):
        mark = cell["metadata"].get("nbgrader", {})
        if index == 0 or "recipe" in cell["metadata"].get("tags", []) or (mark.get("solution") and not mark.get("grade")):
            exec("".join(cell["source"]), names)
    return names


def record(sizes=SIZES, seeds=SEEDS, amounts=None) -> dict:
    """The grid: "networks" and "others" map a name to one row for each seed, one count of right answers for each amount."""
    names = notebook()
    train, test = names["TRAIN"], names["TEST"]
    amounts = list(amounts or names["AMOUNTS"])
    asked = len(test[1])

    def counts(fit_predict):
        with timing.one_thread():
            shares = names["learning_curve"](fit_predict, train, test, amounts, seeds)
        return [[round(share * asked) for share in row] for row in shares.tolist()]

    networks = {}
    for size in sizes:
        networks[str(size)] = counts(names["network"](size))
        print(f"network {size} done", flush=True)
    others = {"logistic regression": counts(names["logistic"]), "SVM": counts(names["svm"])}
    return {"asked": asked, "amounts": amounts, "seeds": list(seeds), "networks": networks, "others": others}


def main() -> None:
    versions = {name: importlib.metadata.version(name) for name in ("numpy", "scikit-learn", "torch")}
    facts = {
        "device": processor(),
        "date": datetime.date.today().isoformat(),
        "command": "python benchmarks/scale.py",
        "versions": {"python": platform.python_version(), **versions},
    }
    text = json.dumps({**facts, **record()}, indent=1)
    text = re.sub(r"\[([\d,\s]+)\]", lambda found: f"[{' '.join(found[1].split())}]", text)  # one run a line: people read it too
    path = ROOT / "course/recorded/scale.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
