"""The start page: what it says, and that it never costs anybody a word."""

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from course import start_page
from course.delivery import deliver, held
from course.released import read_units
from course.start_page import spoken_time, write_page


def publish(release, name, title=None, cells=("stub",), **header):
    path = release / name
    path.parent.mkdir(parents=True, exist_ok=True)
    metadata = {"course": {"title": title, **header}} if title else {}
    cells = [{"cell_type": "code", "source": each, "metadata": {}, "outputs": []} for each in cells]
    path.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))


@pytest.fixture
def places(tmp_path):
    release = tmp_path / "release"
    publish(
        release, "activations/activations.ipynb", "Activations",
        unit=3, minutes=150, needs=["neurons", "linear_algebra"], gives="why each activation exists",
    )
    publish(release, "neurons/neurons.ipynb", "Neurons", unit=2, minutes=60, needs=[], gives="one neuron, three lives.")
    publish(release, "neurons/a_drill.ipynb", "Drill", unit=2, minutes=45, needs=["neurons"], gives="practice")
    return release, tmp_path / "workspace"


def start(places):
    release, folder = places
    with held(folder):
        deliver(release, folder)
        return write_page(release, folder).read_text()


def save(folder, name, text, when):
    (folder / name).write_text(text)
    os.utime(folder / name, (when, when))


def test_units_come_in_the_order_of_the_course_and_say_what_they_give(places):
    page = start(places)
    assert re.findall(r"^### (\d) · \[(.*?)\]", page, re.M) == [("2", "Neurons"), ("2", "Drill"), ("3", "Activations")]
    assert "Why each activation exists.\nAbout 2 h 30 min." in page
    assert "three lives.\nAbout 1 h." in page  # one full stop, not two


def test_needs_are_links_where_the_unit_is_there_and_words_where_it_is_not(places):
    assert "Builds on [Neurons](neurons/neurons.ipynb) and linear algebra." in start(places)


def test_every_link_leads_to_a_file(places):
    release, folder = places
    start(places)
    publish(release, "neurons/neurons.ipynb", "Neurons", cells=["better"])
    save(folder, "neurons/neurons.ipynb", "mine", 1e9)
    page = start(places)
    links = re.findall(r"\]\((.*?)\)", page)
    assert "neurons/neurons%20%28corrected%29.ipynb" in links
    assert all((folder / unquote(link)).is_file() for link in links)


def test_a_corrected_copy_is_named_as_long_as_it_lies_there(places):
    release, folder = places
    start(places)
    save(folder, "neurons/neurons.ipynb", "mine", 1e9)
    publish(release, "neurons/neurons.ipynb", "Neurons", cells=["better"])
    for _ in range(2):
        assert "> Corrected since you began: [neurons (corrected).ipynb]" in start(places)
    (folder / "neurons/neurons (corrected).ipynb").unlink()
    assert "Corrected" not in start(places)


def test_the_first_start_begins_with_the_first_unit(places):
    page = start(places)
    assert "**Start here:** [Neurons](neurons/neurons.ipynb)" in page and "Continue" not in page


def test_it_goes_on_with_the_notebook_saved_last(places):
    _, folder = places
    start(places)
    save(folder, "neurons/neurons.ipynb", "{}", 2e9)
    save(folder, "activations/activations.ipynb", "{", 2.1e9)
    assert "**Continue here:** [Activations](activations/activations.ipynb)" in start(places)


def test_a_notebook_of_ones_own_is_linked_and_a_checkpoint_is_not(places):
    _, folder = places
    start(places)
    (folder / "neurons/.ipynb_checkpoints").mkdir()
    save(folder, "neurons/.ipynb_checkpoints/neurons-checkpoint.ipynb", "{}", 2.1e9)
    save(folder, "my try.ipynb", "{}", 2e9)
    page = start(places)
    assert "Your own notebook, last saved 2033-" in page and "[my try](my%20try.ipynb)" in page and "checkpoint" not in page


def test_a_notebook_without_a_header_is_listed_by_its_name(tmp_path):
    publish(tmp_path, "logistic_regression/logistic_regression.ipynb")
    (unit,) = read_units(tmp_path)
    assert unit.title == "Logistic regression" and unit.number is None


def test_what_somebody_typed_into_the_page_is_kept_under_another_name(places):
    _, folder = places
    start(places)
    page = folder / start_page.NAME
    page.write_text("my notes")
    start(places)
    assert (folder / "Start here (yours).md").read_text() == "my notes"
    page.write_text("more notes")
    start(places)
    assert (folder / "Start here (yours 2).md").read_text() == "more notes"
    assert page.read_text().startswith("# Neural Networks 1")


def test_an_older_page_of_ours_is_simply_renewed(places):
    _, folder = places
    start(places)
    save(folder, "neurons/neurons.ipynb", "{}", 2e9)
    start(places)
    assert not list(folder.glob("*yours*"))


def test_a_start_cut_short_takes_no_page_of_ours_for_somebodys(places, monkeypatch):
    """The new page was announced, but never written."""
    _, folder = places
    start(places)
    save(folder, "neurons/neurons.ipynb", "{}", 2e9)

    def cut(path, content, honest=start_page.write):
        if Path(path).name == start_page.NAME:
            raise KeyboardInterrupt
        honest(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(start_page, "write", cut)
        with pytest.raises(KeyboardInterrupt):
            start(places)
    start(places)
    assert not list(folder.glob("*yours*"))


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (150, "2 h 30 min")])
def test_time_is_said_in_hours_and_minutes(minutes, said):
    assert spoken_time(minutes) == said
