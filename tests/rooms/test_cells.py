"""What is read off a test cell before it runs."""

import textwrap

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
    """)
    assert cells.needed(source) == ["checks", "f", "g", "h", "other"]
    assert cells.needed("def broken(:") == []


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
