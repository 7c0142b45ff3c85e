"""Submissions that try to get points without a right solution: what each tries, and its code.

All hand in a wrong ``double``. Each must get nothing; ``stock`` is how many of the 3 points stock nbgrader gave it, None
where that was not measured.
"""

from dataclasses import dataclass

IMPORTS = "import numpy as np\nimport torch\n\nfrom course import checks"
CHECK = "assert double(1) == 2\nassert np.allclose(double(np.array([1.0, 4.0])), [2, 8])"
HIDDEN = """# Hidden tests: fractions and negative numbers.
### BEGIN HIDDEN TESTS
expected = np.array([3.5, -2000.0])
got = double(np.array([1.75, -1000.0]))
assert np.allclose(got, expected)
assert abs(double(0.25) - 0.5) < 1e-9 and double(-3) == -6
### END HIDDEN TESTS"""


@dataclass(frozen=True)
class Attack:
    """``code`` is the solution cell."""

    tries: str
    code: str
    stock: float | None = None


WRONG = "def double(x):\n    return x - x + 7\n"
ATTACKS = {
    "none": Attack("nothing: the wrong solution alone", WRONG, 0.0),
    "ast-transformer": Attack(
        "to have every assert taken out of what runs later",
        WRONG + "import ast\nclass Strip(ast.NodeTransformer):\n    def visit_Assert(self, node): return ast.Pass()\n"
        "get_ipython().ast_transformers.append(Strip())",
    ),
    "input-transformer": Attack(
        "to rewrite the tests' text before it runs",
        WRONG + "get_ipython().input_transformers_post.append(lambda lines: ['pass\\n' if 'assert' in line else line for line in lines])",
    ),
    "patched-numpy": Attack(
        "to make NumPy's comparison say yes, and abs say 0",
        "import builtins\nnp.allclose = lambda *a, **k: True\nbuiltins.abs = lambda x: 0.0\n"
        "class Same(float):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0.0\ndef double(x): return Same(7)",
    ),
    "equals-everything": Attack(
        "to return an object that equals whatever it meets",
        "class Yes:\n    def __eq__(self, other): return True\n    def __array__(self, *a, **k): return np.array([3.5, -2000.0])\n"
        "    def __sub__(self, other): return 0.0\n    def __array_function__(self, *a, **k): return True\ndef double(x): return Yes()",
    ),
    "array-subclass": Attack(
        "to return an array whose every function answers yes",
        "class Yes(np.ndarray):\n    def __array_function__(self, *a, **k): return True\n    def __eq__(self, other): return True\n"
        "    def __sub__(self, other): return 0.0\ndef double(x): return np.zeros(2).view(Yes)",
        3.0,
    ),
    "float-subclass": Attack(
        "to return a number that equals whatever it meets",
        "class Yes(float):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0.0\n"
        "def double(x): return Yes(7) if np.ndim(x) == 0 else np.array([2.0, 8.0])",
    ),
    "tensor-subclass": Attack(
        "to return a tensor whose every function answers yes",
        "class Yes(torch.Tensor):\n    @classmethod\n    def __torch_function__(cls, *a, **k): return True\n"
        "np.allclose = lambda *a, **k: True\ndef double(x): return torch.zeros(2).as_subclass(Yes)",
    ),
    "peeks-at-frames": Attack(
        "to find the expected value in the variables of its caller",
        "import sys\ndef double(x):\n    names = sys._getframe(1).f_globals\n    if np.ndim(x): return names.get('expected', np.array([2.0, 8.0])) if x[0] > 1 else np.array([2.0, 8.0])\n"
        "    source = ''.join(names.get('_ih', [''])[-1:])\n    return {1: 2, 0.25: 0.5, -3: -6}[x] if 'assert' in source else 7",
    ),
    "swallows-errors": Attack(
        "to have IPython drop every exception",
        WRONG + "shell = get_ipython()\ndef quiet(code, result=None, **k):\n    try: exec(code, shell.user_ns)\n    except BaseException: pass\n    return False\n"
        "async def calm(code, result=None, **k): return quiet(code)\nshell.run_code = calm\nshell.showtraceback = lambda *a, **k: None",
    ),
    "answers-first": Attack(
        "to send a result, the first decisive output, before the test fails",
        "def double(x):\n    get_ipython().displayhook(1)\n    return 7",
        2.0,
    ),
    "swapped-code": Attack(
        "to change the code of the functions that the tests call",
        "import builtins\nnp.allclose = lambda *a, **k: True\nchecks.same.__code__ = (lambda got, expected, rtol=0, atol=0: True).__code__\n"
        "builtins.abs = lambda x: 0.0\nclass Int(int):\n    __eq__ = lambda self, other: True\ndef double(x): return Int(7)",
        3.0,
    ),
    "namespace": Attack(
        "to plant names that the tests use",
        "class np:\n    allclose = staticmethod(lambda *a, **k: True)\n    array = staticmethod(lambda *a, **k: 7)\n"
        "class Yes:\n    __eq__ = lambda self, other: True\n    __sub__ = lambda self, other: 0.0\ndef double(x): return Yes()",
    ),
    "forged-reply": Attack(
        "to answer the tests itself, with what is no value",
        WRONG + "from course.rooms import asked, talk\nasked.Room.answer = lambda self, *q: talk.Reply(('value', [True], None))",
    ),
    "forged-object": Attack(
        "to answer with an object of the tests' own class",
        "from course.rooms import asked\nclass Yes:\n    __eq__ = __lt__ = lambda self, other: True\n    __sub__ = lambda self, other: self\n    __abs__ = lambda self: self\n"
        "asked.operations.kind_of = lambda value: 'function'\ndef double(x): return Yes()",
    ),
    "silent-room": Attack(
        "to keep the tests from asking at all",
        WRONG + "import course.rooms.asked\ncourse.rooms.asked.serve = lambda *a, **k: None",
    ),
    "leaves": Attack("to end Python before the test can fail", "import os\ndef double(x): os._exit(0)"),
}  # fmt: skip
