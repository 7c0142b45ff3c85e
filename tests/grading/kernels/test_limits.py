"""Each limit of a kernel: what reaches it is refused or ended, and what ended says which limit it was.

Each test runs with a control group where this machine makes one, and without.
"""

import time
from pathlib import Path

import pytest

from course.grading.kernels import cgroups, zygote
from course.grading.kernels.limits import Limits
from tests.grading.jailed import needs_jail
from tests.grading.kernels.started import kernel

GROUPS = cgroups.make("course-test-probe", Limits())
if GROUPS is not None:
    GROUPS.remove()


@pytest.fixture(
    params=[pytest.param(True, marks=pytest.mark.skipif(GROUPS is None, reason="no control groups can be made here")), False],
    ids=["group", "watched"], scope="module",
)  # fmt: skip
def group(request):
    """With or without control groups: the warm process is started anew, for it is there that they are made."""
    patch = pytest.MonkeyPatch()
    if not request.param:
        patch.setenv("LC_COURSE_WITHOUT_GROUPS", "1")
    zygote.discard()
    yield request.param
    patch.undo()
    zygote.discard()


def test_what_it_used_is_told(group):
    with kernel() as started:
        started.ask("x = bytearray(80_000_000)\nimport time; t = time.process_time()\nwhile time.process_time() - t < 1: pass")
        assert (started.provisioner.child.weaker == []) == group
        end = started.end()
    assert (end.why, end.code) == ("asked", -9)
    assert 1 <= end.cpu < 10
    assert 80_000_000 <= end.memory < 1_500_000_000


def test_memory_of_one_process_raises_memory_error(group):
    with kernel(memory=400) as started:
        assert "MemoryError" in started.ask("import numpy as np; x = np.ones(10**8)")
        assert "MemoryError" in started.ask("x = bytearray(10**10)")
        assert "Cannot allocate memory" in started.ask("import mmap; m = mmap.mmap(-1, 3 * 10**9)")
        assert started.ask("1 + 1") == "2"


MANY = """
import os, time
for _ in range(12):
    if os.fork() == 0:
        x = bytearray(b'x' * 60_000_000)
        time.sleep(60)
        os._exit(0)
time.sleep(60)
"""


def test_memory_of_all_processes_together(group):
    with kernel(memory=300) as started:
        assert started.ask_until_dead(MANY) == "used more than 300 MB of memory"


def test_processor_time_of_all_processes_together(group):
    code = "import os\nfor _ in range(2):\n    os.fork()\nwhile True: pass"
    with kernel(cpu=3) as started:
        assert started.ask_until_dead(code) == "used more than 3 s of processor time"


def test_processor_time_in_c_that_ignores_signals(group):
    code = "import signal, itertools\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nsum(itertools.repeat(0))"
    with kernel(cpu=2) as started:
        assert started.ask_until_dead(code) == "used more than 2 s of processor time"


def test_wall_time(group):
    with kernel(wall=2) as started:
        assert started.ask_until_dead("import time\ntime.monotonic = time.time = lambda: 0\nwhile True: time.sleep(1)").startswith("ran longer than 2 s")


@needs_jail
def test_processes(group):
    """A fork bomb: refused by the system, or ended by the watch."""
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    with kernel(processes=40, cpu=5) as started:
        assert started.ask_until_dead(bomb) in ("used more than 5 s of processor time", "started more than 40 processes and threads")
        assert started.provisioner.child.end.code == -9


@needs_jail
def test_the_number_of_processes_is_refused_by_the_system(group):
    """The limit on processes binds root's kernels too: inside they are somebody else."""
    code = "import os\nn = 0\ntry:\n    while True:\n        pid = os.fork()\n        if pid == 0: os.pause() if hasattr(os, 'pause') else __import__('signal').pause()\n        n += 1\nexcept OSError as error:\n    print(n < 30, error.errno)"
    with kernel(processes=30) as started:
        assert started.ask(code) in ("True 11\n", "dead")


@needs_jail
def test_one_large_file_and_a_full_disk(group):
    with kernel(file_size=5, disk=20) as started:
        assert "File too large" in started.ask("open('big', 'wb').write(b'x' * 6_000_000)")
        fill = "for i in range(10): open(f'{place}/{i}', 'wb').write(b'x' * 4_000_000)"
        for place in ("/notebook", "/" + "tmp", "/dev/shm"):
            assert "No space left" in started.ask(f"place = {place!r}\n{fill}")
        assert started.ask("1 + 1") == "2"


@needs_jail
def test_too_many_files(group):
    with kernel(files=500) as started:
        code = "import time\nfor i in range(5000): open(f'{i}', 'w').close()\ntime.sleep(60)"
        assert started.ask_until_dead(code) == "wrote more than 500 files"


def test_output_is_bounded_where_it_is_made(group, monkeypatch):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # where it is set, IPython does not look at the descriptors
    with kernel(output=1) as started:
        said = started.ask("for i in range(300): print('x' * 100_000)", 60)
        assert 1_000_000 <= len(said) < 1_000_200 and "cut off" in said
        # More than its memory, between one sending and the next.
        assert "cut off" in started.ask("import sys\nfor i in range(4000): sys.stdout.write('x' * 1_000_000)", 60)
        # Each cell has its own measure; what is short and may be a score passes whatever came before.
        assert started.ask("print('y' * 2_000_000)\n0.5").endswith("0.5")
        assert started.ask("print('z')") == "z\n"
        assert "cut off" in started.ask("from IPython.display import display\nfor i in range(50): display({'text/plain': 'x' * 100_000}, raw=True)")
        assert "cut off" in started.ask("import os; os.system('yes | head -c 5000000'); os.write(1, b'x')")


def test_what_it_started_ends_with_it(group, tmp_path):
    """A process that left the session and lost its parent is gone when the kernel is."""
    with kernel(cwd=str(tmp_path)) as started:
        started.ask(
            "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(600)\n    os._exit(0)\nos.wait()"
        )
        mine = set(descendants(zygote.shared().pid))
        assert len(mine) >= 3, "the monitor, the kernel and the daemon"
        started.end()
        for _ in range(200):  # the monitor itself goes last, when it has said how the kernel ended
            if not mine & set(descendants(zygote.shared().pid)):
                return
            time.sleep(0.05)
        raise AssertionError("something is left")


def descendants(pid):
    """The process ids of all processes below ``pid``."""
    found, todo = [], [pid]
    while todo:
        try:
            children = Path(f"/proc/{(parent := todo.pop())}/task/{parent}/children").read_text().split()
        except OSError:
            continue
        found += children
        todo += children
    return found
