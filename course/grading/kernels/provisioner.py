"""Jupyter's hook for starting a kernel: here, as a child of the warm process, in a jail.

Named in the entry points too, so that a kernel specification can ask for it by ``course-jailed``.
"""

import asyncio
import os
import shutil
import signal
import socket
import tempfile
from pathlib import Path

from jupyter_client.provisioning import KernelProvisionerBase
from traitlets import Bool, Integer, List, Unicode

from course.errors import CourseError
from course.grading.kernels import jail, zygote
from course.grading.kernels.limits import Limits

CHANNELS = ("shell", "iopub", "stdin", "control")
PORTS = {name: number for number, name in enumerate((*CHANNELS, "hb"), 1)}
WHY = {
    "cpu": "used more than {cpu} s of processor time",
    "wall": "ran longer than {wall} s with all the cells before it",
    "memory": "used more than {memory} MB of memory",
    "processes": "started more than {processes} processes and threads",
    "files": "wrote more than {files} files",
}

_said: set[str] = set()


class JailedProvisioner(KernelProvisionerBase):
    """Starts, interrupts and ends one kernel. See :class:`limits.Limits` for the limits' units."""

    jail = Bool(True, help="Whether kernels run in a jail. Without it they have your own rights.").tag(config=True)
    warm = Bool(True, help="Whether kernels are forked from a process that has the libraries imported.").tag(config=True)
    cpu = Integer(Limits.cpu, help="Seconds of processor time for all processes of a kernel.").tag(config=True)
    wall = Integer(Limits.wall, help="Seconds that a kernel may live.").tag(config=True)
    memory = Integer(Limits.memory, help="MB of memory for all processes of a kernel.").tag(config=True)
    processes = Integer(Limits.processes, help="Processes and threads at one time.").tag(config=True)
    file_size = Integer(Limits.file_size, help="MB of one file.").tag(config=True)
    disk = Integer(Limits.disk, help="MB of all files together; they are in memory.").tag(config=True)
    files = Integer(Limits.files, help="Number of files.").tag(config=True)
    output = Integer(Limits.output, help="MB of output that a kernel sends for one cell.").tag(config=True)
    hide = List(Unicode(), help="Folders that the jail covers, should it show a folder above them.").tag(config=True)

    imports: list[str] = []  # what the notebook will import and only some do, see preload.SELDOM
    child: zygote.Child | None = None
    folder: Path | None = None
    cold = ""  # why this kernel was started cold; empty when it was not

    @property
    def limits(self) -> Limits:
        return Limits(**{name: getattr(self, name) for name in Limits.__dataclass_fields__})

    @property
    def meeting(self) -> str:
        """A folder of this kernel's own. Sockets that listen in it can be reached from inside."""
        return str(self.folder / "m")

    @property
    def meeting_inside(self) -> str:
        """The same folder as the kernel sees it; in the jail it is read-only."""
        return jail.MEETING if self.jail else self.meeting

    @property
    def has_process(self) -> bool:
        return self.child is not None

    async def pre_launch(self, **kwargs):
        """Choose the sockets' names. Raises CourseError where the jail is wanted and cannot be had."""
        if self.jail and (why := jail.refusal()):
            raise CourseError(why)
        self.folder = Path(tempfile.mkdtemp(prefix="nn1-"))
        os.mkdir(self.meeting, 0o755)
        km = self.parent
        km.transport, km.ip = "ipc", str(self.folder / "k")
        km.connection_file = str(self.folder / "connection.json")
        for name, port in PORTS.items():
            setattr(km, f"{name}_port", port)
        self.connection_info = km.get_connection_info()
        kwargs = await super().pre_launch(**kwargs)
        return {**kwargs, "cmd": kwargs.pop("extra_arguments", [])}

    async def launch_kernel(self, cmd, **kwargs):
        """Start the kernel; ``cmd`` holds the arguments for IPython, and ``cwd`` the folder that it works in."""
        folder = os.path.abspath(kwargs.get("cwd") or ".") if kwargs.get("cwd") or not self.jail else None
        listening = [self._listen(name) for name in CHANNELS]
        settings = {
            "jail": self.jail,
            "files": folder,
            "cwd": folder,
            "meeting": self.meeting,
            "hide": [os.path.abspath(path) for path in self.hide],
            "limits": vars(self.limits),
            "threads": zygote.ONE_THREAD,
            "env": {} if self.jail else kwargs.get("env", {}),
            # A graded kernel keeps no history anywhere; to read arguments costs it a tenth of its start.
            "arguments": [each for each in cmd if not each.startswith("--HistoryManager.hist_file")],
            "imports": self.imports,
            "connection": {
                "ip": self.parent.ip,
                "key": self.parent.session.key.decode(),
                "ports": {name: PORTS[name] for name in CHANNELS},
            },
        }
        try:
            self.child = self._start(settings, [each.fileno() for each in listening])
        except zygote.ZygoteError as error:
            if error.refused:
                raise CourseError(f"{error}; {jail.WAY_OUT}") from None
            raise
        finally:
            for each in listening:
                each.close()
        self._say_once(self.child.weaker)
        return self.connection_info

    def _say_once(self, weaker: list[str]) -> None:
        for what in weaker:
            if self.jail and what not in _said:
                _said.add(what)
                self.log.info("Weaker limits on this machine: %s.", what)

    def _start(self, settings: dict, fds: list[int]) -> zygote.Child:
        """Warm; after a failure from a new warm process; after a second one cold."""
        for attempt in (1, 2) if self.warm else ():
            try:
                return zygote.shared().start("kernel", settings, fds)
            except zygote.ZygoteGone as error:
                self.cold = str(error)
                zygote.discard()
                self.log.warning("%s; %s", error, "it is started again" if attempt == 1 else "a kernel starts cold, which takes seconds")
        return zygote.cold_start("kernel", settings, fds)

    def _listen(self, name: str) -> socket.socket:
        """The kernel's own socket, opened for it: it needs no folder to make one in, and nobody else can take its place."""
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listening.bind(f"{self.parent.ip}-{PORTS[name]}")
        listening.listen(16)
        return listening

    async def poll(self) -> int | None:
        if self.child is None:
            return 0
        end = self.child.wait(0)
        return None if end is None else end.code

    async def wait(self) -> int | None:
        while (code := await self.poll()) is None:
            await asyncio.sleep(0.002)
        self.last = self.child.end if self.child else None
        self.child = None
        return code

    async def send_signal(self, signum: int) -> None:
        if self.child is not None:
            self.child.signal(signum)

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and whatever it started, and wait for it, so that nobody has to poll."""
        if self.child is not None:
            self.child.kill()
            for _ in range(2500):
                if await self.poll() is not None:
                    return
                await asyncio.sleep(0.002)

    async def terminate(self, restart: bool = False) -> None:
        await self.send_signal(signal.SIGTERM)

    async def cleanup(self, restart: bool = False) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def cause(self) -> str | None:
        """Why the kernel ended, as the end of a sentence ("used more than ..."), when a limit was the cause."""
        end = self.child.wait(0) if self.child is not None else self.last
        return WHY[end.why].format(**vars(self.limits)) if end is not None and end.why in WHY else None

    last: zygote.End | None = None  # how the last kernel ended
