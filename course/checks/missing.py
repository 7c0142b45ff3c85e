"""A check that runs before its learner's cell: one sentence in place of a NameError's traceback.

The sentence also keeps the source of a hidden cell, which a traceback would print, out of sight.
"""

import linecache
import re
import sys


def explain_in_notebooks() -> None:
    """Where this runs in IPython, let it explain the missing name of an exercise in a check's cell.

    The error stays an error, of the same type. Nothing is done when somebody else already handles
    exceptions there, and every other NameError is shown as always.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None and not shell.custom_exceptions:
        shell.set_custom_exc((NameError,), _show)


def _show(shell, kind, error, trace, tb_offset=None):
    if sentence := explanation(error, trace):
        error._render_traceback_ = lambda: ["\x1b[31mThis check cannot run yet.\x1b[0m", sentence]
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset, running_compiled_code=True)


def explanation(error: NameError, trace) -> str | None:
    """The sentence for a NameError of the function that a cell checks, or None for any other."""
    name = getattr(error, "name", None)
    if trace is None or not name:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    if code.co_name != "<module>":
        return None
    cell = "".join(linecache.getlines(code.co_filename))
    if not re.search(rf"\bchecks\.(of|hidden)\(\s*{re.escape(name)}\b", cell):
        return None
    return f"{name} is not defined: run the cell above in which you write it, then this one."
