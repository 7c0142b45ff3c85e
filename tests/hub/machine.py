"""A machine of a class for the tests: users of the operating system, a Python that all may run, and the exchange.

It needs root, makes the users that it names and removes them again.
"""

import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests.grading.fixture_course import REPOSITORY

HUB = REPOSITORY / "deploy" / "hub"
PACKAGES = [Path(entry) for entry in sys.path if entry.endswith(("site-packages", "dist-packages"))]
COURSE = "neural-networks-1"


def for_all(path) -> bool:
    """Whether everybody may go there and read."""
    path = Path(path).resolve()
    return all(each.stat().st_mode & (0o001 if each.is_dir() else 0o005) for each in [path, *path.parents])


def python_for_all(place: Path) -> Path:
    """This Python if everybody may run it, else a copy of it at ``place`` without packages."""
    own = Path(sys.executable).resolve()
    if for_all(own) and for_all(os.__file__):
        return own
    library = Path(os.__file__).parent
    lean = shutil.ignore_patterns("site-packages", "dist-packages", "test", "idlelib", "tkinter", "__pycache__", "*.a")
    shutil.copytree(library, place / library.relative_to(sys.base_prefix), ignore=lean)
    for shared in Path(sys.base_prefix, "lib").glob("libpython*.so*"):
        shutil.copy(shared, place / "lib", follow_symlinks=False)
    (place / "bin").mkdir()
    return Path(shutil.copy(own, place / "bin" / own.name))


def why_not() -> str | None:
    """Why there can be no such machine here, or None."""
    if sys.platform != "linux" or os.getuid() != 0:
        return "users of the operating system are made by root, on Linux"
    if missing := [name for name in ("useradd", "userdel", "groupadd", "chpasswd") if not shutil.which(name)]:
        return f"{', '.join(missing)} is missing"
    if not all(map(for_all, PACKAGES)):
        return "the installed packages are not for other users to read"
    return None


class Machine:
    """``users`` maps a role (anna, bob, instructor) to the name of a user; each has the password ``password``."""

    def __init__(self, place: Path, roles):
        # Names of their own, so that no real user is ever touched.
        mark = secrets.token_hex(3)
        self.place, self.users = place, {role: f"{role}-{mark}" for role in roles}
        self.group, self.password = f"class-{mark}", secrets.token_hex(8)
        self.exchange = place / "exchange"

    def home(self, role: str) -> Path:
        return Path(pwd.getpwnam(self.users[role]).pw_dir)

    def set_up(self, wheel: Path) -> None:
        call("groupadd", self.group)
        homes = self.place / "home"
        homes.mkdir(mode=0o755)
        for user in self.users.values():
            # What Debian 12 and Ubuntu do of themselves for a new user: a home that nobody else can enter.
            call("useradd", "-m", "-b", homes, "-K", "HOME_MODE=0700", "-G", self.group, "-s", "/bin/sh", user)
        call("chpasswd", stdin="".join(f"{user}:{self.password}\n" for user in self.users.values()))
        call(python_for_all(self.place / "python"), "-m", "venv", "--without-pip", self.place / "env")
        (site,) = (self.place / "env" / "lib").glob("*/site-packages")
        shutil.unpack_archive(wheel, site, "zip")
        (site / "others.pth").write_text("".join(f"{each}\n" for each in PACKAGES))
        # nbgrader starts alembic by its name, and the installed script may name a Python that is only ours.
        script = self.python.with_name("alembic")
        script.write_text(f"#!{self.python}\nfrom alembic.config import main\nmain()\n")
        script.chmod(0o755)
        # Where Jupyter looks after a user's own settings, as in /etc/jupyter.
        etc = self.place / "env" / "etc" / "jupyter"
        (etc / "labconfig").mkdir(parents=True)
        shutil.copy(HUB / "page_config.json", etc / "labconfig")
        for name in ("nbgrader_config.py", "jupyter_server_config.py"):
            text = (HUB / name).read_text().replace("/srv/nbgrader/exchange", str(self.exchange))
            (etc / name).write_text(text)
        call(HUB / "exchange.sh", self.users["instructor"], self.exchange)

    def tear_down(self) -> None:
        for user in self.users.values():
            subprocess.run(["userdel", "-r", user], capture_output=True)
        subprocess.run(["groupdel", self.group], capture_output=True)

    @property
    def python(self) -> Path:
        return self.place / "env" / "bin" / "python"

    def environment(self, role: str) -> dict[str, str]:
        user = self.users[role]
        return {"HOME": str(self.home(role)), "USER": user, "LOGNAME": user, "LANG": "C.UTF-8", **self.paths()}

    def paths(self) -> dict[str, str]:
        prefixes = [each.parents[2] for each in PACKAGES]
        return {
            "PATH": os.pathsep.join([str(self.python.parent), *(f"{each}/bin" for each in prefixes), "/usr/bin", "/bin"]),
            "JUPYTER_CONFIG_PATH": os.pathsep.join(f"{each}/etc/jupyter" for each in prefixes),
            "JUPYTER_PREFER_ENV_PATH": "0",
            "LD_LIBRARY_PATH": str(self.place / "python" / "lib"),  # a copied Python's own library
            "JUPYTER_PATH": os.pathsep.join(f"{each}/share/jupyter" for each in prefixes),
        }

    def run(self, role: str, *command, cwd=None):
        """Run a command as this user, in their home; ``python`` is the machine's."""
        words = [str(self.python) if word == "python" else str(word) for word in command]
        user = pwd.getpwnam(self.users[role])
        return subprocess.run(
            words, user=user.pw_uid, group=user.pw_gid, extra_groups=[], umask=0o022, cwd=cwd or user.pw_dir,
            env=self.environment(role), capture_output=True, text=True,
        )

    def nbgrader(self, role: str, *words, cwd=None) -> str:
        """Run nbgrader as this user; returns what it said."""
        done = self.run(role, "python", "-m", "nbgrader", *words, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def grade(self, unit: str) -> None:
        """`course grade` as the instructor, in the jail where this user can have one."""
        asked = self.run("instructor", "python", "-c", "from course.grading.kernels import jail; print(jail.refusal() or '')")
        words = ["--no-jail"] if asked.stdout.strip() else []
        done = self.run("instructor", "python", "-m", "course", "grade", unit, *words, cwd=self.course.root)
        assert done.returncode == 0, done.stdout + done.stderr

    def give(self, role: str, path: Path) -> None:
        """Make a folder and all in it this user's, for nobody else to enter."""
        user = pwd.getpwnam(self.users[role])
        for each in [path, *path.rglob("*")]:
            os.chown(each, user.pw_uid, user.pw_gid)
        path.chmod(0o700)


def call(*words, stdin=None) -> None:
    done = subprocess.run([str(word) for word in words], input=stdin, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def machine(*roles):
    """A machine with these users and an instructor."""
    with tempfile.TemporaryDirectory(prefix="class-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        place.chmod(0o755)
        (place / "wheel").mkdir()
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "wheel", "--no-deps", "--no-build-isolation"]
        call("env", "COURSE_FOR_A_CLASS=1", *command, "-w", place / "wheel", REPOSITORY)
        made = Machine(place, [*roles, "instructor"])
        try:
            made.set_up(next((place / "wheel").glob("*.whl")))
            yield made
        finally:
            made.tear_down()
