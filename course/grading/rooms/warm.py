"""A process that has imported what examiners need, and forks one for each that is asked for.

Started once by ``start``. It reads requests from its standard input's socket: a byte, with the examiner's socket beside it.
"""

import array
import os
import signal
import socket
import sys


def main() -> None:
    boss = socket.socket(fileno=int(sys.argv[1]))
    import torch

    torch.set_num_threads(1)
    from course.grading.rooms import examiner, process  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    boss.sendall(b"!")
    while True:
        byte, ancillary, _, _ = boss.recvmsg(1, socket.CMSG_SPACE(4))
        if not byte:
            return
        fds = array.array("i")
        for _, _, data in ancillary:
            fds.frombytes(data[:4])
        pid = os.fork()
        if not pid:
            boss.close()
            try:
                process.run({}, list(fds))
            finally:
                os._exit(0)
        os.close(fds[0])
        boss.sendall(pid.to_bytes(8, "big"))


if __name__ == "__main__":
    main()
