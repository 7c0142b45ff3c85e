"""The cell: what bubblewrap is asked for, and whether this machine lets it be made.

The cell is empty but for a process that waits; a kernel joins it later. Nothing is shown in it but the system's
programs and libraries, Python's environment and the course's package without what is solved in it.
"""

import functools
import os
import shutil
import site
import subprocess
import sys
import sysconfig
from pathlib import Path

import course
from course.grading.kernels.limits import MB, Limits

HOME, MEETING, TEMPORARY, SHARED = "/notebook", "/meeting", "/tmp", "/dev/shm"
USER = 1000  # the user inside; outside it is whoever grades, and on root's machine nobody else
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store")
ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "alternatives", "fonts")
# Of a Python environment; whatever else stands in its folder may be somebody's work.
OF_PREFIX = ("bin", "lib", "lib64", "libexec", "share", "etc", "ssl", "include", "pyvenv.cfg")
PACKAGES = ("numpy", "torch", "matplotlib", "IPython", "ipykernel", "ipywidgets", "sklearn", "sympy")
COVER = ["--perms", "0555", "--size", "4096", "--tmpfs"]
WAY_OUT = "to run the submissions with your own rights instead, say 'course grade --no-jail' (or set c.JailedProvisioner.jail = False)."


class Refused(Exception):
    """This machine does not make a cell; the message is one sentence with the way out."""


@functools.cache
def refusal() -> str | None:
    """Why submissions cannot be jailed here, as one sentence with the way out; None when they can."""
    if sys.platform != "linux":
        return f"submissions can be jailed on Linux only, and this is {sys.platform}; {WAY_OUT}"
    if shutil.which("bwrap") is None:
        return f"submissions cannot be jailed because bubblewrap is not installed; install it (on Debian and Ubuntu: apt-get install bubblewrap), or {WAY_OUT}"
    done = subprocess.run([*arguments(Limits(), [], None), "--", "true"], capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1].removeprefix("bwrap: ")
        return f"submissions cannot be jailed because bubblewrap is refused here ({said}): user namespaces may be forbidden, or bubblewrap be older than 0.8; {WAY_OUT}"
    return None


def arguments(limits: Limits, hide: list[str], meeting: str | None, users: int | None = None) -> list[str]:
    """The command line of bubblewrap up to the program.

    ``users`` is a descriptor that is readable when somebody else has said who is who in the new user namespace.
    """
    inside, own = (USER, ["--disable-userns"]) if users is None else (0, ["--userns-block-fd", str(users)])
    parts = ["bwrap", "--unshare-user", *own, *f"--uid {inside} --gid {inside}".split()]
    parts += "--unshare-pid --unshare-net --unshare-ipc --unshare-uts --unshare-cgroup-try --hostname course".split()
    parts += "--die-with-parent --new-session --clearenv --cap-drop ALL".split()
    parts += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    # Before what is shown: the course itself may lie below one of these.
    for place, share in ((HOME, 2), (TEMPORARY, 4), (SHARED, 4)):
        parts += ["--perms", "1777", "--size", str(limits.disk * MB // share), "--tmpfs", place]
    places = sorted(view(tuple(hide)).items(), key=lambda each: each[0].count("/"))
    parents = {str(parent) for place, options in places for parent in Path(place).parents if not _within(str(parent), SYSTEM)}
    for parent in sorted(parents - {"/"}, key=lambda path: path.count("/")):
        # Left to itself bubblewrap makes them for their owner only.
        parts += ["--perms", "0755", "--dir", parent]
    for place, options in places:
        parts += options if options[0] == "--symlink" else [*options, place]
    for place in (place for place, options in places if options == COVER):
        parts += ["--remount-ro", place]
    if meeting:
        parts += ["--ro-bind", meeting, MEETING]
    return [*parts, "--remount-ro", "/", "--chdir", "/"]


@functools.cache
def view(hide: tuple[str, ...]) -> dict[str, list[str]]:
    """Each place that the cell shows or covers, with bubblewrap's option for it. Worked out once for all cells."""
    places: dict[str, list[str]] = {}
    for name in SYSTEM:
        if os.path.islink(name):
            places[name] = ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            places[name] = ["--ro-bind", name]
    shown = [f"/etc/{name}" for name in ETC]
    prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
    prefixes |= {os.path.realpath(prefix) for prefix in prefixes}
    shown += [os.path.join(prefix, part) for prefix in sorted(prefixes) for part in OF_PREFIX]
    shown += [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    shown += [os.path.dirname(os.path.realpath(sys.executable)), site.getusersitepackages()]
    package = os.path.dirname(os.path.abspath(course.__file__))
    shown += [package, *_packages(os.path.dirname(package))]
    covered = [path for path in hide if _within(path, places) or _within(path, shown)]
    for path in covered:
        places[path] = COVER
    for path in shown:
        if os.path.exists(path) and (not _within(path, places) or _within(path, covered)):
            places[path] = ["--ro-bind", path]
    for name in ("units", "masters"):  # solutions and hidden tests stand there
        if os.path.isdir(solved := os.path.join(package, name)):
            places[solved] = COVER
    return places


def _packages(root: str) -> list[str]:
    """Where the scientific packages lie, should that be none of the usual places."""
    found = []
    for name in PACKAGES:
        module = sys.modules.get(name)
        where = os.path.dirname(os.path.dirname(module.__file__)) if getattr(module, "__file__", None) else None
        if where and not (root + "/").startswith(where + "/"):
            found.append(where)
    return found


def _within(path: str, places) -> bool:
    return any(path == place or path.startswith(place.rstrip("/") + "/") for place in places)
