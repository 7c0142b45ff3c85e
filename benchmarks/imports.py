"""How long a notebook waits for the course's own imports, beside those of NumPy and PyTorch.

python benchmarks/imports.py [ROUNDS]
"""

import sys
from functools import partial

from measure import in_fresh_process, report, summary, take_turns

STATEMENTS = [
    "import numpy",
    "import torch",
    "import course",
    "from course import checks",
    "import numpy, torch; from course import checks",
    "import numpy, torch; from course import checks, widgets; from course.figures import activations",
]


def main(rounds: int = 7) -> None:
    rivals = {statement: partial(in_fresh_process, statement) for statement in STATEMENTS}
    report("imports", summary(take_turns(rivals, rounds), "import numpy"), "import numpy")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
