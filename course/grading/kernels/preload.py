"""What the warm process imports before it forks. It must end with one thread: a fork copies no other."""

import ctypes
import importlib
import io
import os
import sys
from collections.abc import Iterable

MODULES = (
    "numpy", "numpy.random", "numpy.testing", "torch", "torch.nn.functional", "torch.optim", "torch.utils.data",
    "matplotlib.pyplot", "matplotlib.animation", "matplotlib.backends.backend_agg", "matplotlib_inline.backend_inline",
    "ipywidgets", "anywidget", "unittest.mock", "doctest", "timeit", "multiprocessing", "sqlite3",
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.debugger", "ipykernel.subshell_manager",
    "IPython.core.debugger", "IPython.core.logger", "importlib.readers", "course.grade_me",
    "IPython.core.magics", "IPython.core.completerlib", "IPython.core.oinspect", "IPython.core.debugger_backport", "IPython.extensions.storemagic", "zmq.eventloop.zmqstream", "tornado.platform.asyncio",
    "course.checks", "course.checks.hints", "course.figures", "course.widgets", "course.palette", "course.timing",
    "course.grading.kernels.kernel", "course.rooms.asked", "course.grading.rooms.examiner", "course.grading.rooms.process",
)  # fmt: skip

# What takes a second and only some units need: a word of a notebook's code, and the module that it then imports.
# An optimiser imports PyTorch's compiler when it is first made, 800 modules.
SELDOM = {"sklearn": "sklearn.datasets", "sympy": "sympy", "derives(": "sympy", "optim": "torch._dynamo"}
LARGE_PAGE, MADV_COLLAPSE = 2 * 2**20, 25


def seldom_needed(code: str) -> list[str]:
    """Which of the modules that only some notebooks need this code will import."""
    return sorted({module for word, module in SELDOM.items() if word in code})


def add(modules: Iterable[str]) -> bool:
    """Import those of SELDOM's modules that are not here yet; returns whether any came."""
    came = False
    for name in set(modules) & set(SELDOM.values()) - set(sys.modules):
        try:
            importlib.import_module(name)
            came = True
        except Exception:  # the notebook says so itself
            pass
    return came


def everything() -> list[str]:
    """Import what every notebook needs and use it once; returns what could not be had, a sentence each."""
    # A graded kernel has no debugger: importing and starting it costs each one some 30 ms.
    sys.modules["debugpy"] = None
    missing = []
    for name in MODULES + tuple(_units()):
        try:
            importlib.import_module(name)
        except Exception as error:  # a course can do without one of them, and a kernel says so itself
            missing.append(f"{name}: {type(error).__name__}: {error}")
    del sys.modules["debugpy"]
    for use in (_torch, _picture, _traceback, _examiner):
        try:
            use()
        except Exception as error:
            missing.append(f"{use.__name__}: {type(error).__name__}: {error}")
    return missing


def threads() -> int:
    return len(os.listdir("/proc/self/task"))


def gather_memory() -> None:
    """Move this process's memory into pages of 2 MB where Linux can (6.1, madvise(2), MADV_COLLAPSE).

    A fork copies the table of pages, and each end takes it down: with large pages that is less than half the work.
    """
    libc = ctypes.CDLL(None)
    libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    with open("/proc/self/maps") as file:
        regions = [line.split() for line in file]
    for region in regions:
        if "w" in region[1] and (len(region) == 5 or region[5] == "[heap]"):  # neither a file's nor the stack
            start, end = (int(word, 16) for word in region[0].split("-"))
            start, end = -(-start // LARGE_PAGE) * LARGE_PAGE, end // LARGE_PAGE * LARGE_PAGE
            if start < end:
                libc.madvise(start, end - start, MADV_COLLAPSE)


def _units() -> list[str]:
    """Each unit's own figures."""
    import course.figures

    folder = os.path.dirname(course.figures.__file__)
    return [f"course.figures.{name[:-3]}" for name in sorted(os.listdir(folder)) if name.endswith(".py") and name[0] != "_"]


def _torch() -> None:
    """Gradients import some 500 modules when they are first taken. Nothing here may use more than one thread."""
    import torch

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    w = torch.ones(2, requires_grad=True)
    torch.autograd.backward([2 * w], [torch.ones(2)])
    torch.nn.Linear(2, 2, device="meta")
    str(torch.zeros(2))
    torch.Generator().manual_seed(0)


def _picture() -> None:
    import matplotlib.figure
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = matplotlib.figure.Figure()
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], label="$x^2$")
    axes.set_title("title")
    axes.legend()
    FigureCanvasAgg(figure).print_png(io.BytesIO())


def _traceback() -> None:
    """IPython reads the source files that a traceback goes through, and colours them."""
    from IPython.core.ultratb import VerboseTB

    try:
        importlib.import_module("numpy").linalg.inv(1.0)
    except Exception:
        VerboseTB(theme_name="linux").text(*sys.exc_info())


def _examiner() -> None:
    importlib.import_module("course.grading.rooms.examiner").make_ahead()
