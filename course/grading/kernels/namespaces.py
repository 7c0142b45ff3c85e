"""The few Linux system calls for which Python 3.11 has no function."""

import ctypes
import os
import signal
from collections.abc import Iterable

_libc = ctypes.CDLL(None, use_errno=True)

# From linux/sched.h; the order does not matter, one call joins them all.
FLAGS = {"user": 0x10000000, "mnt": 0x00020000, "pid": 0x20000000, "net": 0x40000000, "ipc": 0x08000000,
         "uts": 0x04000000, "cgroup": 0x02000000}  # fmt: skip
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 36, 38
CAPABILITY_VERSION_3 = 0x20080522


def _checked(result: int) -> int:
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def join(pid: int, names: Iterable[str] = FLAGS) -> None:
    """Enter each of these namespaces of process ``pid`` that is not ours already; of the pid namespace, our children do."""
    other = [name for name in names if _namespace(name, pid) != _namespace(name, "self")]
    fd = os.pidfd_open(pid)
    try:
        _checked(_libc.setns(fd, sum(FLAGS[name] for name in other)))
    finally:
        os.close(fd)


def _namespace(name: str, pid: int | str) -> str:
    return os.readlink(f"/proc/{pid}/ns/{name}")


def prctl(option: int, value: int = 0) -> None:
    _checked(_libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0))


def die_with_parent() -> None:
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def become(user: int) -> None:
    """Go on as ``user`` (and the group of that number), with no capability now or through any file run later."""
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:  # past the last one that this kernel knows, or none to give up
            break
    if os.getuid() != user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    _checked(_libc.capset(header, (ctypes.c_uint32 * 6)()))
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    # A change of user makes a process unreadable even for those who watch its memory.
    prctl(PR_SET_DUMPABLE, 1)
