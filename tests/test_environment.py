"""environment.yml says to conda what pyproject.toml says to pip."""

import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
CONDA_NAMES = {"torch": "pytorch", "matplotlib": "matplotlib-base"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text())


def bounds(requirements):
    # What is for some Pythons only is none of conda's, which brings its own.
    parsed = [one for one in map(Requirement, requirements) if not one.marker]
    return {CONDA_NAMES.get(one.name, one.name): str(one.specifier) for one in parsed}


def test_names_and_bounds_are_those_of_learners_and_teachers():
    wanted = bounds([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["teach"]])
    found = bounds(each for each in CONDA["dependencies"] if isinstance(each, str))
    assert found.pop("pip") == ""
    assert found.pop("python") == PROJECT["requires-python"]
    assert found == wanted


def test_the_course_itself_comes_from_the_checkout():
    assert {"pip": ["-e ."]} in CONDA["dependencies"]
    assert CONDA["name"] == PROJECT["name"]
