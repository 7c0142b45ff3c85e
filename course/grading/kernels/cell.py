"""One cell: made by bubblewrap around a process that waits, joined by the monitor, gone when the monitor lets go."""

import contextlib
import json
import os
import shutil
import signal
import stat
import subprocess

from course.grading.kernels import jail, namespaces
from course.grading.kernels.limits import Limits

NOT_COPIED = {".ipynb_checkpoints", "__pycache__"}
SPARE_USERS = 0x60000000  # far from the users and sub-users of any machine


class Cell:
    """A cell of its own for one kernel; ``user`` is who the kernel is inside."""

    def __init__(self, limits: Limits, hide: list[str], meeting: str | None):
        self.as_root = os.geteuid() == 0
        about, tell = os.pipe()
        users, go = os.pipe()
        command = jail.arguments(limits, hide, meeting, users if self.as_root else None)
        self.process = subprocess.Popen(
            [*command, "--info-fd", str(tell), "--", "cat"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[tell, users],
        )  # fmt: skip
        for fd in (tell, users):
            os.close(fd)
        with os.fdopen(about, "rb") as file, os.fdopen(go, "wb") as go_on:
            told = file.read(4096)
            self.pid = json.loads(told)["child-pid"] if told else 0
            if self.as_root and self.pid:
                name_users(self.pid)
                go_on.write(b"1")
        # What comes back was said by the waiting program: the cell stands, to its last mount.
        self.process.stdin.write(b"?")
        try:
            self.process.stdin.flush()
            stands = self.process.stdout.read(1)
        except BrokenPipeError:
            stands = b""
        if not stands:
            said = self.process.stderr.read().decode(errors="replace").strip().splitlines()
            raise jail.Refused(f"bubblewrap could not make a cell: {said[-1] if said else 'it said nothing'}")

    def join(self) -> None:
        """Enter the cell. Of its process namespace the next child is the first to be in it."""
        if self.as_root:
            namespaces.join(self.pid, ("user",))
            # In the cell this file is read-only.
            with contextlib.suppress(OSError), open("/proc/sys/user/max_user_namespaces", "w") as file:
                file.write("0")
        namespaces.join(self.pid)
        os.chdir(jail.HOME)

    def end(self) -> None:
        """End every process in the cell, and wait until they are gone."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)  # the first process of the cell takes all others along
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                pipe.close()
            except BrokenPipeError:
                pass


def name_users(pid: int) -> None:
    """For root: in the cell of process ``pid`` the kernel's user is a user of this machine that nobody else is.

    The limit on the number of processes does not bind root, whatever root is called inside.
    """
    for kind in ("uid", "gid"):
        with open(f"/proc/{pid}/{kind}_map", "w") as file:
            file.write(f"0 0 1\n{jail.USER} {SPARE_USERS + pid} 1\n")


def copy_files(source: int, target: str, room: int) -> None:
    """Copy ordinary files below the folder that descriptor ``source`` is open on, at most ``room`` bytes.

    No notebook, for it holds the tests; no link, for it could lead out of the folder.
    """
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        info = os.stat(entry.name, dir_fd=source, follow_symlinks=False)
        place = os.path.join(target, entry.name)
        if entry.name in NOT_COPIED or entry.name.endswith(".ipynb"):
            continue
        if stat.S_ISDIR(info.st_mode):
            os.mkdir(place)
            inner = os.open(entry.name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=source)
            try:
                room = copy_files(inner, place, room)
            finally:
                os.close(inner)
        elif stat.S_ISREG(info.st_mode):
            room -= info.st_size
            if room < 0:
                raise OSError(f"the files beside the notebook are larger than the {jail.HOME} of the jail")
            with open(os.open(entry.name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=source), "rb") as read, open(place, "wb") as write:
                shutil.copyfileobj(read, write)
        else:
            continue
        os.chown(place, jail.USER, jail.USER)
    return room
