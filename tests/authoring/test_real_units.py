"""The course's own units: text, masters and release agree, byte for byte."""

from course.authoring.places import unit_names
from course.cli import main

from .conftest import PROJECT


def test_text_masters_and_release_agree(monkeypatch, capsys):
    monkeypatch.chdir(PROJECT)
    assert unit_names(PROJECT)
    assert main(["build", "--check"]) == 0, capsys.readouterr().err
