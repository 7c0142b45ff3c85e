"""What a kernel in the jail sees, and what it does not."""

import os
import socket
import sys
from pathlib import Path

import pytest

import course
from course.grading.kernels import jail
from course.grading.kernels.limits import Limits
from tests.grading.jailed import needs_jail
from tests.grading.kernels.started import kernel

REPOSITORY = Path(__file__).resolve().parents[3]
pytestmark = needs_jail


@pytest.fixture(scope="module")
def jailed(tmp_path_factory):
    """A kernel whose submission has a data file, a notebook and a link beside it, in a course that must stay hidden."""
    folder = tmp_path_factory.mktemp("submission")
    (folder / "data.csv").write_text("1,2")
    (folder / "inner").mkdir()
    (folder / "inner" / "helper.py").write_text("answer = 42")
    (folder / "own.ipynb").write_text("{}")
    (folder / "link").symlink_to(REPOSITORY / "course" / "units")
    os.environ["NN1_TEST_SECRET"] = "the instructor's"
    try:
        with kernel(cwd=str(folder), hide=[str(REPOSITORY)]) as started:
            started.folder = folder
            yield started
    finally:
        del os.environ["NN1_TEST_SECRET"]


def test_the_submission_is_a_private_copy(jailed):
    assert jailed.ask("import os; sorted(os.listdir('.'))") == "['data.csv', 'inner']"
    assert jailed.ask("open('data.csv', 'a').write(',3'); from inner.helper import answer; print(answer)") == "42\n"
    assert (jailed.folder / "data.csv").read_text() == "1,2"


def test_nothing_of_the_course_but_what_learners_import(jailed):
    there = [REPOSITORY / name for name in ("source", "release", "tests", "nbgrader_config.py", "submitted", "gradebook.db", ".git", "docs")]
    assert any(path.exists() for path in there)
    code = f"import os; [path for path in {list(map(str, there))} if os.path.lexists(path)]"
    assert jailed.ask(code) == "[]"
    units = Path(course.__file__).parent / "units"
    assert any(units.iterdir())
    # The folder of the units' text is covered by an empty one that cannot be written to.
    assert jailed.ask(f"os.listdir({str(units)!r})") == "[]"
    assert "OSError" in jailed.ask(f"open({str(units / 'x')!r}, 'w')") and "Error" in jailed.ask(f"os.chmod({str(units)!r}, 0o777)")
    assert jailed.ask("from course import checks, figures, widgets; print('ready')") == "ready\n"


def test_no_home_and_no_environment(jailed):
    home = os.path.expanduser("~")
    mine = [name for name in os.listdir(home) if not sys.prefix.startswith(os.path.join(home, name)) and not sys.base_prefix.startswith(os.path.join(home, name))]
    code = f"[name for name in {mine} if os.path.lexists(os.path.join({home!r}, name))]"
    assert jailed.ask(code) == "[]"
    assert jailed.ask("'NN1_TEST_SECRET' in os.environ, b'instructor' in open('/proc/self/environ', 'rb').read()") == "(False, False)"
    assert jailed.ask("[name for name in os.environ if 'JPY' in name or 'SSH' in name or 'TOKEN' in name]") == "[]"


def test_no_descriptor_leads_out(jailed):
    """Sockets of its own channels, pipes, event handles and the null device are all there is."""
    code = (
        "import re\nlinks = [os.readlink(f'/proc/self/fd/{fd}') for fd in os.listdir('/proc/self/fd') if os.path.lexists(f'/proc/self/fd/{fd}')]\n"
        "print(sorted({re.sub(r'\\d+', '', link) for link in links} - {'socket:[]', 'pipe:[]', 'anon_inode:[eventpoll]', 'anon_inode:[eventfd]', '/dev/null', '/proc//fd'}))"
    )
    assert jailed.ask(code) == "[]\n"


def test_no_processes_of_others_and_no_rights(jailed):
    said = jailed.ask(
        "names = {open(f'/proc/{pid}/comm').read().strip() for pid in os.listdir('/proc') if pid.isdigit()}\n"
        "status = dict(line.split(':', 1) for line in open('/proc/self/status').read().splitlines())\n"
        "print(os.getuid() != 0, len(names) <= 3, {status[k].strip().strip('0') for k in ('CapEff', 'CapPrm', 'CapBnd', 'CapAmb')}, status['NoNewPrivs'].strip())"
    )
    assert said == "True True {''} 1\n", said


def test_no_network_and_no_new_namespaces(jailed):
    assert "OSError" in jailed.ask("import socket; socket.create_connection(('192.0.2.1', 80), 2)")
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert "Refused" in jailed.ask(f"socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 2)")
    assert jailed.ask("import ctypes; print([ctypes.CDLL(None).unshare(flag) for flag in (0x10000000, 0x00020000, 0x10020000)])") == "[-1, -1, -1]\n"
    assert jailed.ask("print(ctypes.CDLL(None).mount(b'none', b'/notebook', b'tmpfs', 0, None))") == "-1\n"


@pytest.mark.parametrize("place", ["/", "/usr", "/etc", "/dev", "/meeting", sys.prefix])
def test_only_three_folders_can_be_written_to(jailed, place):
    # Read-only, or, where the user may not write either, that first.
    assert jailed.ask(f"open(os.path.join({place!r}, 'x'), 'w')").startswith(("OSError", "PermissionError"))


def test_the_three_have_a_size(jailed):
    for place in (jail.HOME, jail.TEMPORARY, jail.SHARED):
        size = int(jailed.ask(f"info = os.statvfs({place!r}); print(info.f_blocks * info.f_frsize)"))
        assert 0 < size <= Limits.disk * 1_000_000 / 2 + 4096


def test_a_socket_in_the_meeting_is_reached_from_inside(jailed):
    provisioner = jailed.provisioner
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.join(provisioner.meeting, "s"))
        os.chmod(os.path.join(provisioner.meeting, "s"), 0o666)
        listening.listen(1)
        said = jailed.ask(
            f"s = socket.socket(socket.AF_UNIX); s.connect({os.path.join(provisioner.meeting_inside, 's')!r}); s.send(b'hello'); s.close()"
        )
        assert said == "5" or said == "", said
        connection, _ = listening.accept()
        assert connection.recv(10) == b"hello"
        connection.close()
    assert "OSError" in jailed.ask("os.unlink('/meeting/s')")


def test_each_kernel_is_new_and_random(tmp_path):
    """Nothing stays from one kernel to the next, and chance differs; PyTorch has its first seed, as in any new process."""
    code = "import random, numpy as np, torch, os; print(random.random(), np.random.rand(), torch.rand(1).item(), os.listdir('/notebook'), os.listdir('/tmp')[:0])"
    said = []
    for _ in range(2):
        with kernel(cwd=str(tmp_path)) as started:
            said.append(started.ask(code).split())
            started.ask("open('/notebook/left', 'w').write('x'); x = 5")
            assert started.ask("torch.get_num_threads()") == "1"
    assert said[0][0] != said[1][0] and said[0][1] != said[1][1]
    assert said[0][2] == said[1][2] and said[1][3] == "[]"
