"""A PostgreSQL server of the test's own: a temporary cluster that only a socket in its own folder leads to."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

USER = "course"


def binaries() -> Path | None:
    """The folder of the newest server's programs; Debian keeps them off the PATH."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent  # the link may stand alone, what it leads to does not
    folders = [each for each in Path("/usr/lib/postgresql").glob("*/bin") if (each / "initdb").exists()]
    return max(folders, key=lambda each: float(each.parent.name), default=None)


def why_not() -> str | None:
    """Why there can be no server here, or None."""
    if importlib.util.find_spec("psycopg") is None:
        return "PostgreSQL needs the driver psycopg (the postgres extra)"
    if binaries() is None:
        return "there is no PostgreSQL server on this machine (apt-get install postgresql)"
    return None


def _nobody() -> str | None:
    """Whom the server runs as: it refuses root."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@contextmanager
def running(**settings):
    """A server with these settings; yields a function from a database's name to its address, which makes it."""
    # Short, because the path of a socket may have 107 bytes only.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        owner, bin = _nobody(), binaries()
        if owner:
            shutil.chown(folder, owner)

        def call(program, *words):
            done = subprocess.run([bin / program, *words], user=owner, cwd=folder, capture_output=True, text=True)
            assert done.returncode == 0, done.stdout + done.stderr

        data = f"{folder}/data"
        call("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off", **settings}
        with open(f"{data}/postgresql.conf", "a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in options.items())
        # Its output goes to a file: a pipe would stay open as long as the server runs.
        call("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "start")
        try:
            yield lambda name: call("createdb", "-h", folder, "-U", USER, name) or address(folder, name)
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def address(folder, name: str) -> str:
    return f"postgresql+psycopg://{USER}@/{name}?host={folder}"
