"""IPython's shell in a graded kernel: it does not search a cell for what cannot be in it."""

import contextlib
import inspect
import re

from IPython.core.inputtransformer2 import TransformerManager
from ipykernel.zmqshell import ZMQInteractiveShell

# What IPython's own syntax begins with, anywhere or at the beginning of a line; blanks that it may take away, before a cell
# and in an empty line; and rare blanks and line ends, which it and Python may read differently.
IPYTHONS = re.compile(r"[%!?]|^[ \t]*(?:[,;/]|>>>|\.\.\.|In \[)|^[ \t]+$|\A\s|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\xa0]", re.MULTILINE)


class GradedShell(ZMQInteractiveShell):
    """A cell that holds nothing of IPython's own goes to Python as it is written; any other takes IPython's way."""

    def transform_cell(self, raw_cell: str) -> str:
        # A single line may be one of IPython's commands by its first word.
        if IPYTHONS.search(raw_cell) or len(raw_cell.splitlines()) < 2 or _transformers(self) != OWN:
            return super().transform_cell(raw_cell)
        return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"

    def should_run_async(self, raw_cell: str, *, transformed_cell=None, **kwargs) -> bool:
        """IPython compiles a cell to see whether it waits for something; no cell can without one of these words."""
        cell = raw_cell if transformed_cell is None else transformed_cell
        return ("await" in cell or "async" in cell) and super().should_run_async(raw_cell, transformed_cell=transformed_cell, **kwargs)

    def _tee(self, channel):
        """IPython remembers all that a cell prints, a second time and without a bound; nobody here looks at it."""
        return contextlib.nullcontext()


def _transformers(shell) -> list:
    manager = shell.input_transformer_manager
    mine = (manager.cleanup_transforms, manager.line_transforms, manager.token_transformers, shell.input_transformers_post)
    return [each for part in mine for each in part]


def asked_once(accepts):
    """``ipykernel.kernelbase._accepts_parameters``, which reads the same function's parameters for every cell, with a memory."""
    known = {}

    def remembered(method, names):
        key = (inspect.unwrap(getattr(method, "__func__", method)), *names)
        if key not in known:
            known[key] = accepts(method, names)
        return known[key]

    return remembered


class _New:
    input_transformer_manager, input_transformers_post = TransformerManager(), []


OWN = _transformers(_New)
