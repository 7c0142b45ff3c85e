"""The grading process's side of the warm process: one for each process that grades, started when it is needed."""

import atexit
import contextlib
import json
import os
import select
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import course
from course.grading.kernels.targets import LARGEST, MOST_FDS

# What the warm process itself needs; nothing else of the environment goes there.
KEPT = {"PATH", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "TMPDIR", "HOME", "CONDA_PREFIX"}
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
PATIENCE = 120.0  # seconds for the imports, and for a child to start, on a machine that is busy


class ZygoteError(Exception):
    """A child could not be started; the message says why. ``refused``: this machine made no jail for it."""

    def __init__(self, message: str, refused: bool = False):
        super().__init__(message)
        self.refused = refused


class ZygoteGone(ZygoteError):
    """The warm process itself is at fault: another one, or a cold start, may do better."""


@dataclass(frozen=True)
class End:
    """How a child ended: its exit code (negative: by that signal), the limit that was the cause or None, and what
    all its processes together used: seconds of processor time and at most so many bytes of memory at once.

    ``why`` may be ``cpu``, ``wall``, ``memory``, ``processes``, ``files``, ``asked`` or ``gone``.
    """

    code: int
    why: str | None = None
    cpu: float = 0.0
    memory: int = 0
    said: str = ""


class Child:
    """A process that the warm process started. Dropping it ends the process."""

    def __init__(self, conn: socket.socket, told: dict):
        self._conn = conn
        self.pid: int = told["pid"]
        self.weaker: list[str] = told["weaker"]
        self.end: End | None = None
        self._lock = threading.Lock()

    def fileno(self) -> int:
        """Readable when the child has ended."""
        return self._conn.fileno()

    def wait(self, timeout: float | None = None) -> End | None:
        """How the child ended, or None when it still runs after ``timeout`` seconds."""
        if self.end is None and _readable(self._conn, timeout):
            with self._lock:
                if self.end is None:
                    self.end = self._read_end()
                    self._conn.close()
        return self.end

    def _read_end(self) -> End:
        try:
            return End(**json.loads(self._conn.recv(LARGEST))["end"])
        except (OSError, ValueError, KeyError):
            return End(-9, "gone")  # a monitor that vanished took its child along

    def signal(self, number: int) -> None:
        """Send a signal to the child; nothing happens when it has ended."""
        if self.end is None:
            with contextlib.suppress(OSError):
                self._conn.send(json.dumps({"signal": int(number)}).encode())

    def kill(self) -> None:
        """End the child and all it started; ``wait`` says when that is done."""
        self.signal(9)


class Zygote:
    """The warm process. Many threads may start children at once."""

    def __init__(self, warm: bool = True):
        self._lock = threading.Lock()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for side in (self._control, theirs):
            side.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * LARGEST)
        self.warm, self._ready = warm, False
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "course.grading.kernels.forkserver", str(theirs.fileno()), "warm" if warm else "cold"],
                env=_environment(), cwd="/", pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def ready(self) -> None:
        """Wait until the imports are done. Raises ZygoteError when they failed."""
        with self._lock:
            if self._ready:
                return
            told = _receive(self._control, "the warm process ended while it imported its libraries")
            if not told["ready"]:
                raise ZygoteGone(f"the warm process has {told['threads']} threads and cannot be forked")
            self._ready = True

    def start(self, target: str, settings: dict, fds=()) -> Child:
        """Start one of ``targets.TARGETS``. ``settings`` is JSON; ``fds`` are descriptors that the child gets copies of.

        ``imports`` are modules of ``preload.SELDOM`` to be there. Settings of the monitor's: ``limits`` (fields of Limits), and for a jailed target ``jail`` (False: without one),
        ``files`` (a folder to copy in), ``meeting`` (a folder to show), ``hide`` (paths), or ``cwd`` without a jail.
        Raises ZygoteError.
        """
        self.ready()
        request = json.dumps({"target": target, "settings": settings}).encode()
        if len(request) > LARGEST or len(fds) >= MOST_FDS:
            raise ZygoteError("the settings of a child are too large to be sent")
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs, self._lock:
                socket.send_fds(self._control, [request], [theirs.fileno(), *fds])
            told = _receive(ours, "the warm process ended before the child was started")
            if "error" in told:
                raise ZygoteError(told["error"], told["refused"])
        except (OSError, ZygoteError) as error:
            ours.close()
            raise error if isinstance(error, ZygoteError) else ZygoteGone(f"the warm process is gone: {error}") from None
        return Child(ours, told)

    def close(self) -> None:
        """End the warm process; children that run go on."""
        self._control.close()
        try:
            self._process.wait(2 if self._ready else 0)  # one that still imports does not listen
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


_shared: dict[int, Zygote] = {}
_guard = threading.Lock()


def shared() -> Zygote:
    """This process's warm process, started now if there is none or if it died. Does not wait for its imports."""
    with _guard:
        mine = _shared.get(os.getpid())
        if mine is None or not mine.alive:
            if mine is not None:
                mine.close()
            mine = _shared[os.getpid()] = Zygote()
        return mine


def discard() -> None:
    """Let go of a warm process that failed; ``shared`` starts another one."""
    with _guard:
        mine = _shared.pop(os.getpid(), None)
    if mine is not None:
        mine.close()


def cold_start(target: str, settings: dict, fds=()) -> Child:
    """A child of a process that imported nothing before: the way out when the warm one fails. Raises ZygoteError."""
    once = Zygote(warm=False)
    try:
        return once.start(target, settings, fds)
    finally:
        # Having forked it serves as the child's monitor, and is reaped when that is done.
        threading.Thread(target=once._process.wait, daemon=True).start()
        once._control.close()


atexit.register(discard)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in KEPT or name.startswith("LC_")}
    path = [str(Path(course.__file__).parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return kept | ONE_THREAD | {
        "PYTHONPATH": os.pathsep.join(filter(None, dict.fromkeys(path))),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }


def _readable(conn: socket.socket, timeout: float | None) -> bool:
    if conn.fileno() < 0:  # closed by another thread, which read what there was
        return True
    poll = select.poll()
    poll.register(conn, select.POLLIN)
    return bool(poll.poll(None if timeout is None else timeout * 1000))


def _receive(conn: socket.socket, gone: str) -> dict:
    deadline = time.monotonic() + PATIENCE
    if not _readable(conn, max(0.0, deadline - time.monotonic())):
        raise ZygoteGone(f"no answer in {PATIENCE:.0f} s")
    try:
        text = conn.recv(LARGEST)
    except OSError:
        text = b""
    if not text:
        raise ZygoteGone(gone)
    return json.loads(text)
