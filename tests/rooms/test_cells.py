"""What is read off a test cell before it runs."""

import base64
import json
import marshal
import sys
import textwrap
import threading
from unittest import mock

from course.rooms import cells


def cell(text):
    return textwrap.dedent(text).strip()


def test_needed_names_are_those_of_somebody_else():
    source = cell("""
        def helper(a):
            return f(a) + other
        b = g(1)
        b += [h(x) for x in range(3)][0]
        with checks.hidden(f) as must:
            assert helper(b) == len([must])
        display(b)
    """)
    assert cells.needed(source) == ["checks", "f", "g", "h", "other"]
    assert cells.needed("def broken(:") == []
    read = cells.read(source)
    assert json.loads(json.dumps(read)) == read and read["needed"] == cells.needed(source)


def test_python_is_compiled_once_and_the_rest_left_to_ipython():
    codes = marshal.loads(base64.b64decode(cells.read("a = 1\nb = a + 1\nb * 2")["compiled"]))
    names, shown = {}, []
    with mock.patch.object(sys, "displayhook", shown.append):
        for code in codes:
            exec(code, names)
    assert (names["b"], shown) == (2, [4])  # as IPython: the last expression is shown
    assert {code.co_filename for code in codes} == {cells.FILE}
    for other in ("%time f(1)", "await f(1)", "f(", "return 1"):
        assert cells.read(other)["compiled"] is None


def test_marked_lines():
    source = cell("""
        f(x)
        g(x)  # inout
        with a:  # inout
            f(x)
            if b:
                g(x)
        # inout
        for i in range(3):
            h(i)
        h(
            x,  # inout: by hand
        )
        k(x)  # not inout
    """)
    assert cells.inout_lines(source) == {2, 3, 4, 5, 6, 8, 9, 10, 11, 12}


def test_probes_and_imports():
    source = cell("""
        with checks.hidden(f) as must:
            @checks.in_room
            def probe(n):
                return f(n)

            def ours(n):
                return n
    """)
    assert cells.probes(source) == "def probe(n):\n    return f(n)"
    assert cells.imports(["%matplotlib inline\nimport numpy as np\nx = 3\nfrom a import b as c", "import os"]) == "import numpy as np\nfrom a import b as c"
    assert cells.imports([]) == "" and cells.imports(["("]) == ""


def test_the_learners_text_leaves_out_what_is_no_python():
    assert cells.learners_text(["%time x\ndef f(): pass", "(", "!ls\ny = 2"]) == "\ndef f(): pass\n\n\ny = 2"


class Tied:
    """An object that only the garbage collector frees, and then runs Python code: threads change places there."""

    def __init__(self):
        self.itself = self

    def __del__(self):
        sum(range(50))


def test_cells_are_read_by_several_threads_at_once():
    source, stumbled, interval = "x = [1, (2, {3: f(4, a=5)})]\n" * 100, [], sys.getswitchinterval()

    def read():
        for _ in range(60):
            Tied()
            try:
                cells.parsed(source)
            except SystemError as error:
                stumbled.append(error)

    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=read) for _ in range(3)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    finally:
        sys.setswitchinterval(interval)
    assert not stumbled
