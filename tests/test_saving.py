"""What was saved stays saved: a full disk and a killed kernel, with the JupyterLab that a learner gets."""

import json
import os
import signal
import time
import urllib.error
import urllib.request

import pytest

from course.released import find_release
from tests.entrance import learning

NAME = "activations/activations.ipynb"


class Server:
    """The running JupyterLab, asked as its page asks it."""

    def __init__(self, session):
        self.session = session

    def ask(self, method, path, body=None):
        """The reply as JSON; raises HTTPError where the server refuses."""
        request = urllib.request.Request(
            f"{self.session.base}/api/{path}", method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.session.token}", "Content-Type": "application/json"},
        )  # fmt: skip
        while True:
            try:
                with urllib.request.urlopen(request, timeout=60) as reply:
                    content = reply.read()
                    return json.loads(content) if content else None
            except urllib.error.HTTPError:
                raise
            except urllib.error.URLError:  # Jupyter prints its address shortly before it listens there
                assert self.session.process.poll() is None
                time.sleep(0.05)

    def save(self, notebook):
        return self.ask("PUT", f"contents/{NAME}", {"type": "notebook", "format": "json", "content": notebook})


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("learner") / "workspace"


@pytest.fixture(scope="module")
def server(place):
    with learning(place) as session:
        yield Server(session)


def written(word):
    notebook = json.loads((find_release() / NAME).read_bytes())
    solution = next(cell for cell in notebook["cells"] if cell["id"] == "activations-sigmoid")
    solution["source"] = f"# {word}"
    return notebook


def test_a_full_disk_refuses_the_save_and_keeps_what_was_saved(server, place):
    resource = pytest.importorskip("resource", reason="the limit that plays the full disk is Unix's")
    server.save(written("saved"))
    before = (place / NAME).read_bytes()
    assert b"# saved" in before
    process = server.session.process.pid
    resource.prlimit(process, resource.RLIMIT_FSIZE, (len(before) // 2, resource.RLIM_INFINITY))
    try:
        with pytest.raises(urllib.error.HTTPError) as refused:
            server.save(written("lost?"))
        assert refused.value.code == 500
        assert (place / NAME).read_bytes() == before, "half a notebook was written"
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    server.save(written("not lost"))
    assert b"# not lost" in (place / NAME).read_bytes()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="finds the kernel's process by its files in /proc")
def test_a_killed_kernel_is_started_again_and_the_notebook_is_as_it_was_saved(server, place):
    server.save(written("saved before"))
    before = (place / NAME).read_bytes()
    body = {"path": NAME, "name": NAME, "type": "notebook", "kernel": {"name": "python3"}}
    started = server.ask("POST", "sessions", body)["kernel"]["id"]
    kernel, = [int(pid) for pid in os.listdir("/proc") if pid.isdigit() and started in command(pid)]
    assert "course.checks.missing" in command(kernel), "the course's own kernel"
    os.kill(kernel, signal.SIGKILL)
    for _ in range(600):
        again = [int(pid) for pid in os.listdir("/proc") if pid.isdigit() and started in command(pid) and int(pid) != kernel]
        if again:
            break
        time.sleep(0.1)
    assert again, "no kernel came in its place"
    assert (place / NAME).read_bytes() == before
    server.ask("DELETE", f"kernels/{started}")


def command(pid) -> str:
    try:
        with open(f"/proc/{pid}/cmdline") as file:
            return file.read()
    except OSError:
        return ""
