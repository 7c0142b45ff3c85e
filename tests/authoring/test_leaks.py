"""The check for leaks sees each kind of leak, planted here one at a time, and nothing in a clean release."""

import json

import pytest

from course.authoring.leaks import leaks, leaks_in_file, telling
from course.authoring.master import STAMP


@pytest.fixture
def pair(released):
    return json.loads(released.released.read_text()), json.loads(released.master.read_text())


def find(notebook, id):
    return next(cell for cell in notebook["cells"] if cell["id"] == id)


def test_a_clean_release_has_none(pair):
    assert leaks(*pair) == []


def test_the_master_itself_leaks_everything(pair):
    master = pair[1]
    said = "\n".join(leaks(master, master))
    for id in ("tiny-double", "tiny-double-hidden", "tiny-proof"):
        assert f"cell '{id}' holds" in said
    assert STAMP in said


def answer(notebook):
    find(notebook, "tiny-double")["source"].insert(2, "    return x + x + 0\n")


def indented_answer(notebook):
    find(notebook, "tiny-double")["source"].append("\n# return x + x + 0")


def mark(notebook):
    find(notebook, "tiny-double")["source"].append("\n### END SOLUTION")


def hidden_test(notebook):
    find(notebook, "tiny-double-hidden")["source"].append("\n        assert double(-7) == -14")


def property_name(notebook):
    find(notebook, "tiny-double-check")["source"].append('\n    with must("double negative numbers"):')


def scheme(notebook):
    notebook["cells"][0]["source"].append("\nOne point for each of the three steps.")


def in_metadata(notebook):
    notebook["cells"][0]["metadata"]["note"] = ["see", {"a": "assert double(-7) == -14"}]


def in_notebook_metadata(notebook):
    notebook["metadata"]["course"]["gives"] = "Because a sum of twins is even."


def in_attachment(notebook):
    notebook["cells"][0]["attachments"] = {"a.txt": {"text/plain": "Because a sum of twins is even."}}


def pairing(notebook):
    notebook["metadata"]["jupytext"] = {"formats": "ipynb,md"}


def stamp(notebook):
    notebook["metadata"][STAMP] = "0"


def output(notebook):
    notebook["cells"][-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["8"]}]


def count(notebook):
    notebook["cells"][-1]["execution_count"] = 1


def no_stub(notebook):
    find(notebook, "tiny-double")["source"] = ["def double(x): ..."]


def lost(notebook):
    notebook["cells"].remove(find(notebook, "tiny-double-hidden"))


PLANTED = [
    answer,
    indented_answer,
    mark,
    hidden_test,
    property_name,
    scheme,
    in_metadata,
    in_notebook_metadata,
    in_attachment,
    pairing,
    stamp,
    output,
    count,
    no_stub,
    lost,
]


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_leak_is_found(pair, plant):
    notebook, master = pair
    plant(notebook)
    assert len(leaks(notebook, master)) == 1


def test_a_line_that_is_shown_elsewhere_is_no_secret(pair):
    notebook, master = pair
    for one in (notebook, master):
        one["cells"][0]["source"].append("\nreturn x + x + 0  # say")
    assert leaks(notebook, master) == []
    assert "return x + x + 0" not in telling(master)


def test_a_solution_that_raises_what_the_stub_raises(pair):
    notebook, master = pair
    find(master, "tiny-double")["source"].insert(3, "    raise NotImplementedError\n")
    assert leaks(notebook, master) == []


def test_prose_about_an_end_is_no_mark(pair):
    notebook, master = pair
    for one in (notebook, master):
        one["cells"][0]["source"].append("\nIn the end solutions differ.")
    assert leaks(notebook, master) == []


def test_a_file_beside_the_notebook(pair):
    master = pair[1]
    assert not leaks_in_file(b"<svg/>\xff", [master])
    assert leaks_in_file(b"# assert double(-7) == -14 #", [master])
