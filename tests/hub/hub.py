"""A running JupyterHub for the tests, set up by deploy/hub, and a learner who uses it over HTTP as a browser does."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from tests.hub.machine import HUB

CONFIG = """
load_subconfig({deployed!r})
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.pid_file = "{place}/proxy.pid"
c.JupyterHub.db_url = "sqlite:///{place}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{place}/cookie_secret"
c.PAMAuthenticator.allowed_groups = {{{group!r}}}
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.environment = {{**c.Spawner.environment, **{paths!r}}}
c.Spawner.start_timeout = c.Spawner.http_timeout = 300
"""


def proxy() -> str | None:
    beside = Path(sys.executable).with_name("configurable-http-proxy")
    return str(beside) if beside.exists() else shutil.which("configurable-http-proxy")


def why_not() -> str | None:
    if importlib.util.find_spec("jupyterhub") is None:
        return "JupyterHub is not installed (the hub extra)"
    if proxy() is None:
        return "JupyterHub's proxy, configurable-http-proxy, is not installed"
    return None


@contextmanager
def running(machine):
    """Start the hub as root with the deployed configuration, at free ports; yields its address."""
    place = machine.place / "hub"
    place.mkdir(mode=0o700)
    sockets = [socket.socket() for _ in range(3)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    values = {"deployed": str(HUB / "jupyterhub_config.py"), "ports": ports, "proxy": proxy(), "place": place}
    values |= {"group": machine.group, "python": str(machine.python), "paths": machine.paths()}
    (place / "jupyterhub_config.py").write_text(CONFIG.format(**values))
    # The checkout that the tests run in is no place for learners.
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with (place / "log").open("w") as log:
        hub = subprocess.Popen([sys.executable, "-m", "jupyterhub"], cwd=place, env=own, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{ports[0]}"
            wait_for(lambda: hub.poll() is not None or "JupyterHub is now running" in (place / "log").read_text(), 120)
            assert hub.poll() is None, (place / "log").read_text()[-3000:]
            yield address
        finally:
            hub.terminate()  # which ends the proxy and the learners' servers too
            try:
                hub.wait(60)
            except subprocess.TimeoutExpired:
                hub.kill()


def wait_for(what, seconds: float):
    """Wait until something is true; returns it."""
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.3)
    return found


class Visitor:
    """Somebody with a browser's cookies."""

    def __init__(self, address: str, user: str):
        import requests

        self.address, self.user, self.session = address, user, requests.Session()

    def log_in(self, password: str):
        """Returns the answer to the login form."""
        self.session.get(f"{self.address}/hub/login")
        form = {"username": self.user, "password": password, "_xsrf": self._xsrf("/hub/")}
        return self.session.post(f"{self.address}/hub/login?next=/hub/home", data=form)

    def start(self) -> None:
        """Start this user's server and enter it, as the button does."""
        self.session.get(f"{self.address}/hub/spawn/{self.user}")
        at = f"{self.address}/user/{self.user}/api/status"
        wait_for(lambda: self._entered() and self.session.get(at).status_code == 200, 300)

    def _entered(self) -> bool:
        answer = self.session.get(f"{self.address}/user/{self.user}/lab")
        return answer.status_code == 200 and answer.url.endswith("/lab")

    def of(self, user: str, path: str, method: str = "get", **more):
        """A request to somebody's server, with one's own cookies."""
        headers = {"X-XSRFToken": self._xsrf(f"/user/{self.user}/") or ""}
        return self.session.request(method, f"{self.address}/user/{user}/{path}", headers=headers, **more)

    def assignments(self, action: str, unit: str, course: str) -> dict:
        """Press fetch, submit or fetch_feedback in nbgrader's list of assignments."""
        answer = self.of(self.user, f"assignments/{action}", "post", json={"assignment_id": unit, "course_id": course})
        assert answer.status_code == 200 and answer.json()["success"], answer.text
        return next(one for one in answer.json()["value"] if one["assignment_id"] == unit and one["status"] != "released" or action == "fetch")

    def _xsrf(self, path: str) -> str | None:
        return next((one.value for one in self.session.cookies if one.name == "_xsrf" and one.path == path), None)
