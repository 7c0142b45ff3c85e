"""``course learn``: what it says, what JupyterLab is given, and that a real one starts and stops."""

import argparse
import json
import socket
import sys
import time
import urllib.error
import urllib.request

import pytest

from course import cli, lab, learn, released
from course.delivery import News, held
from course.errors import CourseError
from tests.entrance import learning

EMPTY = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def release(tmp_path, monkeypatch):
    folder = tmp_path / "release"
    (folder / "activations").mkdir(parents=True)
    (folder / "activations/activations.ipynb").write_text(EMPTY)
    monkeypatch.setattr(learn, "find_release", lambda: folder)
    return folder


@pytest.fixture
def started(monkeypatch):
    """What JupyterLab would have been started with."""
    calls = []
    monkeypatch.setattr(lab, "start", lambda config, given, checkout: calls.append(given) or 0)
    return calls


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user with settings of their own, who must not notice anything."""
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "home"))
    monkeypatch.delenv("JUPYTERLAB_SETTINGS_DIR", raising=False)
    return tmp_path / "home"


def run(*words):
    return cli.main(["learn", *map(str, words)])


def test_it_brings_the_notebooks_and_opens_the_start_page(release, started, tmp_path, capsys):
    folder = tmp_path / "mine"
    assert run("--folder", folder) == 0
    assert (folder / "activations/activations.ipynb").read_text() == EMPTY
    assert "--LabApp.default_url=/lab/tree/Start%20here.md" in started[0]
    assert f"--ServerApp.root_dir={folder}" in started[0]
    assert "Your copies: activations/activations.ipynb." in capsys.readouterr().out


def test_a_second_start_says_nothing_about_notebooks(release, started, tmp_path, capsys):
    run("--folder", tmp_path / "mine")
    capsys.readouterr()
    run("--folder", tmp_path / "mine")
    assert "activations" not in capsys.readouterr().out


def test_a_unit_can_be_opened_at_once(release, started, tmp_path):
    run("activations", "--folder", tmp_path / "mine", "--port", 9999, "--no-browser")
    assert "--LabApp.default_url=/lab/tree/activations/activations.ipynb" in started[0]
    assert "--ServerApp.port=9999" in started[0] and "--no-browser" in started[0]


def test_an_unknown_unit_is_one_sentence_and_leaves_no_trace(release, started, tmp_path, capsys):
    assert run("activation", "--folder", tmp_path / "mine") == 2
    said = capsys.readouterr().err
    assert "no unit 'activation'" in said and "activations" in said and said.count("\n") == 1
    assert not started and not (tmp_path / "mine").exists()


def test_the_released_notebooks_are_not_worked_on_in_place(release, started, capsys):
    for folder in (release, release / "activations"):
        assert run("--folder", folder) == 2
        assert "choose another --folder" in capsys.readouterr().err
    assert not started


def test_a_folder_that_cannot_be_written_is_one_sentence(release, started, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert run("--folder", tmp_path / "file") == 2
    said = capsys.readouterr().err
    assert "cannot write" in said and "--folder" in said and said.count("\n") == 1


def test_no_release_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(released, "checkout", lambda: tmp_path)
    with pytest.raises(CourseError, match="course release"):
        released.find_release()


def test_the_one_message_names_both_files_and_the_way_out():
    news = News(beside=[("a/a.ipynb", "a/a (corrected).ipynb")], replaced=["b/b.ipynb"], new=["c/c.ipynb"])
    said = learn.tell(news)
    assert all(name in said for name in ("a/a.ipynb", "a/a (corrected).ipynb", "b/b.ipynb", "c/c.ipynb"))
    assert "yours is untouched" in said and "Carry your answers over" in said
    assert learn.tell(News()) == ""


def settings(folder, name):
    return json.loads((folder / ".course/jupyter" / name).read_text())


def configured(folder):
    with held(folder):
        lab.configure(folder)
    return folder


def test_the_settings_ask_nothing_of_the_network_and_show_markdown(tmp_path):
    folder = configured(tmp_path / "mine")
    page = settings(folder, "labconfig/page_config.json")
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"] is True
    viewers = settings(folder, "labconfig/default_setting_overrides.json")["@jupyterlab/docmanager-extension:plugin"]
    assert viewers["defaultViewers"]["markdown"] == "Markdown Preview"
    assert "--LabApp.extension_manager=readonly" in lab.options(folder, "x", None, True)


def test_the_users_theme_is_taken_over_once_and_their_settings_are_left_alone(tmp_path, home):
    theirs = home / "lab/user-settings" / lab.THEMES
    theirs.parent.mkdir(parents=True)
    theirs.write_text('{"theme": "JupyterLab Dark"}')
    folder = configured(tmp_path / "mine")
    mine = folder / ".course/jupyter/lab/user-settings" / lab.THEMES
    assert mine.read_text() == '{"theme": "JupyterLab Dark"}'
    mine.write_text('{"theme": "JupyterLab Light"}')  # chosen in the course's JupyterLab
    configured(folder)
    assert mine.read_text() == '{"theme": "JupyterLab Light"}'
    assert [path for path in home.rglob("*") if path.is_file()] == [theirs]
    assert "adaptive" not in json.dumps(settings(folder, "labconfig/default_setting_overrides.json"))


def test_without_a_choice_the_theme_follows_the_system(tmp_path):
    folder = configured(tmp_path / "mine")
    themes = settings(folder, "labconfig/default_setting_overrides.json")["@jupyterlab/apputils-extension:themes"]
    assert themes == {"adaptive-theme": True}


def test_a_missing_jupyterlab_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(lab.os, "environ", dict(lab.os.environ))
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    with pytest.raises(CourseError, match="pip install"):
        lab.start(tmp_path, [], None)


def test_options_are_understood():
    parser = argparse.ArgumentParser()
    learn.add_arguments(parser)
    args = parser.parse_args([])
    assert (args.unit, args.folder, args.port, args.no_browser) == (None, None, None, False)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_that_is_none_is_refused(release, started, port, capsys):
    with pytest.raises(SystemExit) as caught:
        run(f"--port={port}")
    assert caught.value.code == 2 and "from 1 to 65535" in capsys.readouterr().err
    assert not started


@pytest.fixture
def taken_port():
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        yield busy.getsockname()[1]


def read_when_it_listens(request, server):
    """Jupyter prints its address shortly before it listens there."""
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return reply.read().decode()
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            assert server.poll() is None
            time.sleep(0.05)


def test_a_real_jupyterlab_starts_beside_a_taken_port_and_stops_at_one_interrupt(tmp_path, taken_port):
    with learning(tmp_path / "mine", "--port", str(taken_port)) as session:
        assert session.port != taken_port
        request = urllib.request.Request(f"{session.base}/lab", headers={"Authorization": f"token {session.token}"})
        page = read_when_it_listens(request, session.process)
        assert "@jupyterlab/apputils-extension:announcements" in page
        assert session.interrupt() == 0
    assert (tmp_path / "mine/activations/activations.ipynb").exists()
