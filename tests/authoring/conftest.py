"""A course of one tiny unit, in a folder of its own, with the project's own configuration."""

import shutil
from pathlib import Path

import nbformat
import pytest

from course.authoring.build import build_unit
from course.authoring.drift import read_notebook
from course.authoring.master import essence
from course.authoring.release import release_unit
from course.authoring.units import read_unit

PROJECT = Path(__file__).parents[2]

GOOD = '''\
---
title: Tiny
unit: 1
minutes: 10
needs: []
gives: one function
---

# Tiny

![A dot in the middle](images/dot.svg)

```python
from course import checks
```

Write it.


Then check it.
```python solution="double" tags=["x"]
def double(x):
    """Twice x."""
    ### BEGIN SOLUTION
    return x + x + 0
    ### END SOLUTION
```

```python check="double" points=1
check = checks.of(double)
check(1).gives(2)
check.passed()
```

```python hidden="double" points=2
# Hidden tests: negative numbers.
### BEGIN HIDDEN TESTS
with checks.hidden(double) as must:
    with must("double negative numbers"):
        assert double(-7) == -14
### END HIDDEN TESTS
```

<details><summary><b>Hint 1</b></summary>

```python .noeval
2 * 3
```

</details>


<!-- #region manual="proof" points=3 -->
Why is it even?

### BEGIN SOLUTION
Because a sum of twins is even.
### END SOLUTION

### BEGIN MARK SCHEME
One point for each of the three steps.
### END MARK SCHEME
<!-- #endregion -->

```python
double(4)
```

```python
double(4)
```
'''
DOT = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>\n'


def line_of(text: str, words: str) -> int:
    """The line, counted from 1, on which ``words`` first stand."""
    return text[: text.index(words)].count("\n") + 1


def edit(built, change) -> list[dict]:
    """Let ``change`` edit the master's cells, and return what the master must hold afterwards."""
    notebook = nbformat.read(built.master, as_version=4)
    change(notebook.cells)
    nbformat.write(notebook, built.master)
    return [essence(cell) for cell in notebook.cells]


def cells(built) -> list[dict]:
    return [essence(cell) for cell in read_notebook(built.master, "master").cells]


def find(cells, words):
    return next(cell for cell in cells if words in cell.source)


class Course:
    """The course at ``root``, and short ways to change its unit 'tiny'."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = root / "course" / "units" / "tiny"
        self.text = self.folder / "tiny.md"
        self.master = root / "source" / "tiny" / "tiny.ipynb"
        self.released = root / "release" / "tiny" / "tiny.ipynb"

    def write(self, text: str, name: str = "tiny.md") -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def replace(self, old: str, new: str) -> str:
        """Change the text; ``old`` must stand in it."""
        text = self.text.read_text(encoding="utf-8")
        assert old in text
        self.write(text.replace(old, new, 1))
        return self.text.read_text(encoding="utf-8")

    def build(self, force: bool = False) -> list[str]:
        return build_unit(read_unit("tiny", self.root), self.root, force)


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch) -> Course:
    """The course with its text alone."""
    tiny = _write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tiny


@pytest.fixture
def built(tiny):
    tiny.build()
    return tiny


@pytest.fixture
def released(tmp_path: Path, released_once: Path, monkeypatch) -> Course:
    """The course with masters, release and gradebook."""
    shutil.copytree(released_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Course(tmp_path)


@pytest.fixture(scope="session")
def released_once(tmp_path_factory) -> Path:
    """What `released` starts from: nbgrader takes seconds to make a new gradebook."""
    root = tmp_path_factory.mktemp("released")
    tiny = _write(root)
    tiny.build()
    release_unit("tiny", root)
    return root


def _write(root: Path) -> Course:
    shutil.copy(PROJECT / "nbgrader_config.py", root)
    tiny = Course(root)
    (tiny.folder / "images").mkdir(parents=True)
    (tiny.folder / "images" / "dot.svg").write_text(DOT)
    tiny.write(GOOD)
    return tiny
