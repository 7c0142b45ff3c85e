"""Puts modules beside the notebook that are imported in place of the libraries.

threat: verdict
must: no points for double, all for half
"""

FAKE = """
class Any:
    __getattr__ = lambda self, name: self
    __call__ = lambda self, *args, **kwargs: True
allclose = array_equal = lambda *args, **kwargs: True
array = asarray = ones = zeros = lambda x, *args, **kwargs: x
ndim = lambda x: 0
ndarray, float64 = list, float
__version__ = "2.0"
__getattr__ = lambda name: Any()
"""


def submit(nb, folder):
    (folder / "numpy.py").write_text(FAKE)
    (folder / "course").mkdir()
    for name in ("sitecustomize.py", "usercustomize.py", "nbgrader_config.py", "ipython_config.py", "course/__init__.py", "course/checks.py"):
        (folder / name).write_text("import builtins\nbuiltins.abs = lambda x: 0\n")
    for cell in nb.cells:
        if "def double" in cell.source:
            cell.source = "class Yes(float):\n    __eq__ = lambda s, o: True\n    __sub__ = lambda s, o: 0.0\n\ndef double(x):\n    return Yes(7)"
