"""Run every attack against stock nbgrader and here, and write docs/attacks.md.

python -m tests.attacks [NAME ...] [--stock-anew] [--workers N]

What stock did is kept in tests/attacks/stock.json, and only attacks that are missing there are run against it again,
those that are named, or with --stock-anew all. It takes about ten seconds for each.
"""

import argparse
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nbgrader import utils  # noqa: F401  (before any thread, which would import it half)

from tests.attacks import ours, table
from tests.attacks.corpus import ATTACKS
from tests.attacks.stock import Stock


def against_stock(names: set[str], workers: int) -> None:
    """Run these against stock nbgrader; each is recorded as soon as it is through."""
    record, lock = table.stock_record(), threading.Lock()
    with tempfile.TemporaryDirectory(prefix="vault-") as folder:
        stock = Stock(Path(folder))

        def one(attack) -> None:
            outcome = stock.outcome(attack)
            with lock:
                record[attack.name] = outcome
                table.write_record({attack.name: record[attack.name] for attack in ATTACKS if attack.name in record})
                print(f"stock: {attack.name}: {table.in_stock(outcome)}", flush=True)

        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(one, [attack for attack in ATTACKS if attack.name in names]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *(attack.name for attack in ATTACKS)])
    parser.add_argument("--stock-anew", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    known = {} if args.stock_anew else table.stock_record()
    todo = set(args.names) | {attack.name for attack in ATTACKS if attack.name not in known}
    if todo:
        against_stock(todo, args.workers)
    with tempfile.TemporaryDirectory(prefix="vault-") as folder:
        graded = ours.grade(Path(folder) / "course")
    if graded.harmed or graded.visited:
        raise SystemExit(f"an attack did harm here: {graded.harmed or 'it reached the network'}\n{graded.said}")
    text = table.page(table.stock_record(), graded.outcomes)
    table.write_page(text)
    for attack in ATTACKS:
        print(table.rows_of(text)[attack.name])
    print(f"wrote {table.PAGE.name}: {len(ATTACKS)} attacks")


if __name__ == "__main__":
    main()
