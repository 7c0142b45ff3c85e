"""deploy/venv.py: when a set-up counts as done, and when it starts again."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "deploy" / "venv.py"


@pytest.fixture
def venv(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("deploy_venv", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in module.TRUTH:
        (tmp_path / name).write_text("first")
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(module, "PYTHON", str(tmp_path / ".venv/bin/python"))
    monkeypatch.setattr(module, "UNFINISHED", str(tmp_path / ".venv/.unfinished"))
    return module


@pytest.fixture
def calls(venv, monkeypatch):
    """Commands that the set-up runs; `python -m venv` makes the folder, pip succeeds unless told otherwise."""
    made = []

    def run(command, check=False, **_):
        made.append(command)
        if "venv" in command:
            Path(venv.PYTHON).parent.mkdir(parents=True)
            Path(venv.PYTHON).touch()
        if "pip" in command and made.count("fail"):
            raise venv.subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(venv.subprocess, "run", run)
    monkeypatch.setattr(venv, "sound", lambda: Path(venv.PYTHON).exists() and not Path(venv.UNFINISHED).exists())
    return made


def kinds(calls):
    return [command[2] for command in calls if command != "fail"]


def test_an_old_python_is_refused_in_one_sentence(venv):
    said = venv.refusal((3, 9, 1), [])
    assert "3.11" in said and "3.9" in said and "PYTHON=" in said and "\n" not in said


def test_a_python_without_venv_is_refused_with_the_package_to_install(venv):
    said = venv.refusal((3, 12, 1), ["no_such_module_here"])
    assert "python3.12-venv" in said and "no_such_module_here" in said


def test_this_python_is_accepted(venv):
    assert venv.refusal((3, 11, 0), ["venv"]) is None


def test_a_second_run_does_nothing(venv, calls):
    assert venv.main("learn") == 0
    assert kinds(calls) == ["venv", "pip"]
    assert venv.main("learn") == 0
    assert kinds(calls) == ["venv", "pip"]


def test_a_larger_set_serves_a_smaller_one_and_not_the_other_way_round(venv, calls):
    venv.main("teach")
    venv.main("learn")
    assert kinds(calls) == ["venv", "pip"]
    venv.main("dev")
    assert kinds(calls) == ["venv", "pip", "pip"]


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_dependency_installs_again(venv, calls, name):
    venv.main("learn")
    Path(venv.ROOT, name).write_text("second")
    venv.main("learn")
    assert kinds(calls) == ["venv", "pip", "pip"]


def test_a_failed_install_is_said_and_the_next_run_starts_from_nothing(venv, calls, capsys):
    calls.append("fail")
    assert venv.main("learn") == 1
    assert "run the same command again" in capsys.readouterr().err
    calls.remove("fail")
    assert venv.main("learn") == 0
    assert kinds(calls) == ["venv", "pip", "venv", "pip"]


def test_a_linked_environment_is_left_alone(venv, calls, tmp_path):
    (tmp_path / "theirs").mkdir()
    Path(venv.VENV).symlink_to(tmp_path / "theirs")
    assert venv.main("dev") == 0
    assert calls == []
