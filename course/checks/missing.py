"""A cell that runs before the one it needs: one sentence in place of a NameError's traceback.

The sentence also keeps the source of a hidden cell, which a traceback would print, out of sight.
"""

import linecache
import re
import symtable
import sys

from course.progress import listen

WRITE = "{0} is not defined: run the cell above in which you write it, then this one."
FIRST = "{0} is not defined: run the first code cell of this notebook, which brings it in, then this one."
MAKE = "{0} is not defined: a cell above makes it{1}. Run that one first; Run > Run All Above Selected Cell runs all of them."


def explain_in_notebooks() -> None:
    """Where this runs in IPython, let it explain a name that another cell of the notebook brings.

    The error stays an error, of the same type. Nothing is done when somebody else already handles
    exceptions there, and every other NameError is shown as always.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None:
        return
    listen.begin(shell)
    if not shell.custom_exceptions:
        shell.set_custom_exc((NameError,), _show)


def _show(shell, kind, error, trace, tb_offset=None):
    if sentence := explanation(error, trace):
        error._render_traceback_ = lambda: ["\x1b[31mThis cell cannot run yet.\x1b[0m", sentence]
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset, running_compiled_code=True)


def explanation(error: NameError, trace) -> str | None:
    """The sentence for a name that another cell of the course's notebook brings, or None for any other NameError."""
    name = getattr(error, "name", None)
    if trace is None or not name or isinstance(error, UnboundLocalError):
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    frame = trace.tb_frame
    if frame.f_globals.get("__name__") != "__main__":
        return None  # in a library
    cell = "".join(linecache.getlines(frame.f_code.co_filename))
    if frame.f_code.co_name == "<module>" and re.search(rf"\bchecks\.(of|hidden)\(\s*{re.escape(name)}\b", cell):
        return WRITE.format(name)
    try:
        return elsewhere(name)
    except Exception:  # no released notebook to look into
        return None


def elsewhere(name: str) -> str | None:
    """The sentence for a name that a released cell defines, above the one that runs or, for a cell of the
    learner's own, anywhere in the notebook."""
    here = listen.running()
    for unit in [here[0]] if here else listen.units():
        code = [at for at, cell in enumerate(unit.cells) if cell.kind == "code"]
        above = [at for at in code if at < here[1]] if here else code
        makers = [at for at in above if name in defined(unit.cells[at].source)]
        if makers and makers[-1] == code[0]:
            return FIRST.format(name)
        if makers and unit.cells[makers[-1]].graded.get("solution"):
            return WRITE.format(name)
        if makers:
            return MAKE.format(name, heading(unit.cells[: makers[-1]]))
    return None


def defined(source: str) -> set[str]:
    """The names that a cell gives to the notebook."""
    try:
        symbols = symtable.symtable(source, "cell", "exec").get_symbols()
    except (SyntaxError, ValueError):  # a line for IPython, such as %matplotlib
        return set()
    return {symbol.get_name() for symbol in symbols if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()}


def heading(cells) -> str:
    """The last heading above, as words that say where to look."""
    found = [line for cell in cells if cell.kind == "markdown" for line in cell.source.splitlines() if re.match(r"#+ ", line)]
    return f", under \u201c{found[-1].lstrip('#').strip()}\u201d" if found else ""


def load_ipython_extension(shell) -> None:
    """``course learn`` starts its kernels with this, so that a notebook's first cell need not have run."""
    explain_in_notebooks()
