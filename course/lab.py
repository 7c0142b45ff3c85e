"""JupyterLab as a learner needs it: its own settings, no network, nothing of the user's own set-up touched."""

import json
import os
import shutil
import signal
from pathlib import Path
from urllib.parse import quote

from course.delivery import KEEP, write
from course.errors import CourseError

THEMES = "@jupyterlab/apputils-extension/themes.jupyterlab-settings"
# The teaching tools may share the environment; a learner's JupyterLab looks the same without them.
PAGE = {
    "disabledExtensions": {
        "@jupyterlab/apputils-extension:announcements": True,  # would ask for news over the network
        "@jupyter/nbgrader": True,
        "jupyterlab-jupytext": True,
    }
}
SERVER = {
    "ServerApp": {
        "jpserver_extensions": {
            "nbgrader.server_extensions.formgrader": False,
            "nbgrader.server_extensions.validate_assignment": False,
            "nbgrader.server_extensions.assignment_list": False,
            "nbgrader.server_extensions.course_list": False,
            "jupyterlab_jupytext": False,
        }
    }
}
EXTENSION = "course.checks.missing"  # of IPython
DEFAULTS = {
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
    # All cells are drawn once and stay. Drawn as they come into view, their heights are guesses at first, and a
    # link to an exercise ends beside it.
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "defer"},
}
FOLLOW_SYSTEM = {"@jupyterlab/apputils-extension:themes": {"adaptive-theme": True}}


def user_settings() -> Path:
    """Where the user's own JupyterLab keeps its settings."""
    from jupyter_core.paths import jupyter_config_dir

    return Path(os.environ.get("JUPYTERLAB_SETTINGS_DIR") or Path(jupyter_config_dir(), "lab", "user-settings"))


def configure(folder: Path) -> Path:
    """Write JupyterLab's settings for a held workspace; returns their folder.

    The theme that the user chose in an own JupyterLab is taken over once; without one, light or dark
    follows the system. What is chosen in the course's JupyterLab stays with the course.
    """
    config = folder / KEEP / "jupyter"
    mine, theirs = config / "lab" / "user-settings" / THEMES, user_settings() / THEMES
    if not mine.exists() and theirs.is_file():
        mine.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(theirs, mine)
    defaults = DEFAULTS if mine.exists() else DEFAULTS | FOLLOW_SYSTEM
    for name, content in (
        ("labconfig/page_config.json", PAGE),
        ("labconfig/default_setting_overrides.json", defaults),
        ("jupyter_server_config.json", SERVER),
    ):
        write(config / name, json.dumps(content, indent=1).encode())
    configure_kernel(config)
    return config


def configure_kernel(config: Path) -> None:
    """Write the kernel of the course's JupyterLab: the usual one, which also explains what a cell lacks that
    runs before the notebook's first."""
    from ipykernel.kernelspec import get_kernel_dict

    spec = get_kernel_dict([f"--IPKernelApp.extra_extensions={EXTENSION}"])
    write(config / "data" / "kernels" / "python3" / "kernel.json", json.dumps(spec, indent=1).encode())


def options(folder: Path, page: str, port: int | None, browser: bool) -> list[str]:
    """JupyterLab's command line for a workspace; ``page`` is the workspace path that opens first."""
    import zmq

    given = [
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{quote(page)}",
        "--LabApp.extension_manager=readonly",  # the other one lists extensions from the network
        "--Application.log_level=ERROR",
    ]
    if zmq.has("curve"):
        given.append("--KernelManager.transport_encryption=auto")  # without it newer kernels warn at each start
    if port is not None:
        given.append(f"--ServerApp.port={port}")
    if not browser:
        given.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        given.append("--allow-root")  # a container; Jupyter would refuse
    return given


def environment(config: Path, checkout: Path | None) -> dict[str, str]:
    """What the server and its kernels find in their environment beside the user's."""
    kernels = os.pathsep.join(filter(None, [str(config / "data"), os.environ.get("JUPYTER_PATH")]))
    given = {"JUPYTER_CONFIG_DIR": str(config), "JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_PATH": kernels}
    if checkout:  # it serves its kernels also where it was not installed
        given["PYTHONPATH"] = os.pathsep.join([str(checkout), *filter(None, [os.environ.get("PYTHONPATH")])])
    return given


def start(config: Path, given: list[str], checkout: Path | None) -> int:
    """Run JupyterLab in this process until Ctrl-C; returns its exit status."""
    # Before the import: JupyterLab reads there where settings and open tabs are kept.
    for name in ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"):
        os.environ.pop(name, None)  # they would lead back to the user's own
    os.environ.update(environment(config, checkout))
    try:
        from jupyter_server.serverapp import ServerApp
        from jupyterlab.labapp import LabApp
    except ModuleNotFoundError as missing:
        raise CourseError(
            f"JupyterLab cannot start, the package '{missing.name}' is missing; install the course with: pip install ."
        ) from missing

    class Server(ServerApp):
        def init_signal(self):
            super().init_signal()
            # Jupyter's own answer to Ctrl-C is a question on a terminal; elsewhere, and on Windows, the
            # interrupt can get lost in a callback and leaves the kernels behind.
            signal.signal(signal.SIGINT, lambda *_: self.stop(from_signal=True))

    class Lab(LabApp):
        serverapp_class = Server

    try:
        Lab.launch_instance(given)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    print("JupyterLab has stopped.", flush=True)
    return 0
