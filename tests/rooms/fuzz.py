"""Fuzz what the examiner reads from a learner's room, guided by coverage, with atheris (libFuzzer).

python -m tests.rooms.fuzz [--seconds N]        (pip install atheris, in an environment of its own if you like)

Half of the inputs are bytes as they come over the socket, half are trees of JSON that the fuzzer's bytes draw, so that
it gets behind the first look. Every reply is read by the examiner's own classes. A crash, an exception that is none of
those a test may meet, an input that takes over five seconds, or more than 2 GB of memory stops the run. Afterwards all
inputs that were worth keeping are read again and again in a fresh process, whose memory must not grow.
The figures go to benchmarks/results/fuzz_wire.json.
"""

import argparse
import json
import math
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "benchmarks" / "results" / "fuzz_wire.json"
TAGS = "i l t N d s f b c r z e n a o T D = h F L G x".split()
WORDS = (
    "float64", "bool", "int64", "uint8", "bfloat16", "complex128", "object", "leaf", "graph", "", "torch.float32", "type.int", "numpy.float64",
    "numpy.ndarray", "torch.Tensor", "00", "0000000000000000", "ff", "value", "error", "theirs", "absent", "call", "?", "=", "builtins.ValueError",
    "builtins.Exception", "KeyboardInterrupt", "function", "class", "instance", "iterator", "name", "math", "tanh",
)  # fmt: skip
PASSES, MORE = 5, 20


class Wire:
    """A connection over which the same bytes come whatever is asked."""

    def __init__(self, content: bytes):
        self.content, self.at = content, 0

    def setsockopt(self, *_):
        pass

    def sendall(self, _):
        pass

    def close(self):
        pass

    def recv(self, size: int) -> bytes:
        found = self.content[self.at : self.at + size]
        self.at += len(found)
        return found


def read(content: bytes) -> None:
    """Ask twice for something, and take these bytes for what the learner's room replies."""
    import numpy as np
    import torch

    from course.grading.rooms.failures import RoomTrouble
    from course.grading.rooms.room import LearnersRoom
    from course.rooms.limits import Closed, Refused, Unsendable

    room = LearnersRoom(Wire(content), time.monotonic() + 60, lambda: True)
    x, y = np.ones((2, 2)), torch.ones(2, requires_grad=True)
    for _ in range(2):
        try:
            value = room.do("call", abs, x, y, [1, {"a": np.zeros(1)}], key=max)
            if isinstance(value, torch.Tensor) and value.requires_grad:
                value.sum().backward()
        except (Refused, Closed, RoomTrouble, Unsendable):
            return
        except Exception as error:
            # What the learner's code raised is rebuilt, and says so; anything else is this side's own mistake.
            if not hasattr(error, "frames_elsewhere") and not isinstance(error, (TypeError, ValueError, RuntimeError)):
                raise


def unpacked(text: bytes, data: bytes) -> None:
    """The decoder alone may refuse, and nothing else."""
    from course.rooms.limits import Refused
    from course.rooms.unwire import unpack

    try:
        unpack(text, data, lambda tag, rest: None)
    except Refused:
        pass


def tree(draw, depth: int = 0):
    """A tree as JSON has it, drawn from the fuzzer's bytes."""
    kind = draw.ConsumeIntInRange(0, 9 if depth < 6 else 5)
    if kind == 0:
        return draw.PickValueInList(list(WORDS))
    if kind == 1:
        return draw.ConsumeIntInRange(-2, 9)
    if kind == 2:
        return draw.PickValueInList([None, True, False, 10**12, -(10**9), 2**63, 1.5, math.nan])
    if kind == 3:
        return draw.ConsumeFloat()
    if kind == 4:
        return [draw.ConsumeIntInRange(-1, 4) for _ in range(draw.ConsumeIntInRange(0, 4))]
    if kind == 5:
        return draw.ConsumeUnicode(6)
    return [draw.PickValueInList(TAGS), *(tree(draw, depth + 1) for _ in range(draw.ConsumeIntInRange(0, 5)))]


def message(text: bytes, data: bytes) -> bytes:
    from course.rooms.limits import HEAD, MAGIC

    return HEAD.pack(MAGIC, len(text), len(data)) + text + data


def one_input(content: bytes) -> None:
    """What the fuzzer calls. The first byte says how the others are to be taken."""
    import atheris

    if len(content) < 2 or content[0] < 64:
        return read(content[1:])
    if content[0] < 128:
        cut = content[1] * max(1, len(content) // 256 + 1)
        return unpacked(content[2 : 2 + cut], content[2 + cut :])
    draw = atheris.FuzzedDataProvider(content[1:])
    found = tree(draw)
    reply = ["t", "=", "value", found, *(tree(draw) for _ in range(draw.ConsumeIntInRange(0, 2)))] if content[0] < 192 else found
    text, data = json.dumps(reply).encode(), draw.ConsumeBytes(64)
    unpacked(text, data)
    read(message(text, data) * 2)


def seeds(folder: Path) -> None:
    """Replies as they are, to begin with."""
    from tests.rooms.test_wire import PLAIN, REFUSED, parts

    for number, value in enumerate(PLAIN):
        text, data = parts(("=", "value", value, None, 0))
        (folder / f"plain-{number}").write_bytes(b"\0" + message(text, data) * 2)
    for number, text in enumerate(REFUSED):
        if len(text) < 4000:
            (folder / f"refused-{number}").write_bytes(b"\x40\x10" + text.encode())


def fuzz(folder: str, seconds: int) -> None:
    """The child that fuzzes; libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["course.rooms", "course.grading.rooms"]):
        import course.grading.rooms.room  # noqa: F401
        import course.rooms.unwire  # noqa: F401
    options = [f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=2000", "-max_len=4096", f"-artifact_prefix={folder}/", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, f"{folder}/corpus"], one_input)
    atheris.Fuzz()


def memory() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def replay(folder: str) -> None:
    """The child that reads everything again and again; prints by how many bytes its memory grew."""
    inputs = [path.read_bytes() for path in sorted(Path(folder, "corpus").iterdir())]
    for turn in range(PASSES + MORE):
        if turn == PASSES:
            before = memory()
        for content in inputs:
            one_input(content)
    print(len(inputs), memory() - before)


def child(*args: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]), "OMP_NUM_THREADS": "1"}
    return subprocess.run([sys.executable, "-m", "tests.rooms.fuzz", *args], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def sentence(found: dict) -> str:
    """What docs/tests.md says of the last run."""
    return (
        f"The last run took {found['seconds']} s, read {found['inputs']:,} inputs, kept {found['kept']:,} that reached something new, and met no crash, "
        f"no hang and no wrong exception; reading those kept {found['again']} times more changed the memory by {found['growth_mb']:.1f} MB."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--child", nargs="*", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        return fuzz(args.child[1], int(args.child[2])) if args.child[0] == "fuzz" else replay(args.child[1])
    try:
        import atheris  # noqa: F401
    except ImportError:
        raise SystemExit("atheris is missing; install it: python -m pip install atheris") from None
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        Path(folder, "corpus").mkdir()
        seeds(Path(folder, "corpus"))
        done = child("--child", "fuzz", folder, str(args.seconds))
        if done.returncode:
            raise SystemExit(f"The fuzzer found something:\n{done.stdout[-4000:]}")
        again = child("--child", "replay", folder)
        if again.returncode:
            raise SystemExit(f"An input that was read once was not read again:\n{again.stdout[-4000:]}")
    kept, growth = map(int, again.stdout.split()[-2:])
    stats = dict(re.findall(r"stat::(\w+):\s+(\d+)", done.stdout))
    coverage = re.findall(r"cov: (\d+) ft: (\d+)", done.stdout)[-1]
    found = {
        "machine": {"system": platform.system(), "python": platform.python_version()},
        "seconds": args.seconds, "inputs": int(stats["number_of_executed_units"]), "kept": kept, "edges": int(coverage[0]), "features": int(coverage[1]),
        "peak_mb": int(stats["peak_rss_mb"]), "again": MORE, "growth_mb": round(growth / 1e6, 1),
    }  # fmt: skip
    if growth > 10e6:
        raise SystemExit(f"the memory of whoever reads grew: {found}")
    RESULT.write_text(json.dumps(found, indent=1) + "\n")
    print(sentence(found))


if __name__ == "__main__":
    main()
