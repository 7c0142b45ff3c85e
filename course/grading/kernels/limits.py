"""What a kernel may use, and the part of it that holds for each process alone."""

from dataclasses import dataclass
from pathlib import Path

MB = 1_000_000
CUT_OFF = "\n... the rest of this cell's output was cut off: there was too much of it ...\n"


@dataclass(frozen=True)
class Limits:
    """Limits of one child and everything it starts. Sizes are in MB (10**6 bytes), times in seconds."""

    cpu: int = 300
    wall: int = 900
    memory: int = 2_000
    processes: int = 100  # threads count; the kernel itself has about ten
    file_size: int = 100
    disk: int = 400
    files: int = 20_000
    output: int = 10  # for one cell

    def of_one_process(self) -> None:
        """Set the resource limits of this process, which those it starts inherit.

        Memory is counted from what the process holds already: it was born with all that its parent imported.
        """
        import resource  # which Windows has not, where these limits are never set

        own = status()
        memory = self.memory * MB
        put(resource.RLIMIT_CPU, self.cpu, self.cpu + 5)
        put(resource.RLIMIT_DATA, own["VmData"] + memory)
        # Shared memory is no "data"; leave room for what is mapped and never touched.
        put(resource.RLIMIT_AS, own["VmSize"] + 2 * memory)
        put(resource.RLIMIT_FSIZE, self.file_size * MB)
        put(resource.RLIMIT_NPROC, self.processes)
        put(resource.RLIMIT_NOFILE, 1024)
        put(resource.RLIMIT_CORE, 0)
        put(resource.RLIMIT_MSGQUEUE, 0)


def put(kind: int, soft: int, hard: int | None = None) -> None:
    """Lower a resource limit; one that is lower already stays."""
    import resource

    _, before = resource.getrlimit(kind)
    hard = soft if hard is None else hard
    if before != resource.RLIM_INFINITY:
        soft, hard = min(soft, before), min(hard, before)
    resource.setrlimit(kind, (soft, hard))


def status(pid: int | str = "self") -> dict[str, int]:
    """The memory figures of ``/proc/<pid>/status`` in bytes, such as ``VmData`` and ``RssAnon``."""
    lines = (line.split() for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {words[0].rstrip(":"): int(words[1]) * 1024 for words in lines if len(words) == 3 and words[2] == "kB"}
