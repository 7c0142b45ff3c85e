"""progress.json: best so far, written whole, and never a reason to lose anything."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta

import pytest

from course.progress import record
from course.progress.record import note, read, workspace

CHECK = "check = checks.of(double)"


def test_a_pass_names_when(folder):
    before = datetime.now().astimezone() - timedelta(seconds=2)
    assert note(folder, "doubles-double", True, CHECK) is True
    line = read(folder)["doubles-double"]
    assert line.result == "passed" and before <= line.passed == line.run <= datetime.now().astimezone()


def test_what_passed_stays_passed_and_a_failure_since_then_stands_beside_it(folder):
    note(folder, "doubles-double", True, CHECK)
    passed = read(folder)["doubles-double"].passed
    assert note(folder, "doubles-double", False, CHECK) is True
    line = read(folder)["doubles-double"]
    assert line.passed == passed and line.result == "failed" and line.fails_now
    assert note(folder, "doubles-double", False, CHECK) is False, "a second failure changes nothing but its time"
    note(folder, "doubles-double", True, CHECK)
    assert not read(folder)["doubles-double"].fails_now


def test_a_failure_alone_is_a_try(folder):
    note(folder, "doubles-double", False, CHECK)
    line = read(folder)["doubles-double"]
    assert line.passed is None and not line.fails_now


def test_the_file_can_be_read_by_a_person(folder):
    note(folder, "doubles-double", True, CHECK)
    text = (folder / record.NAME).read_text()
    assert "Which visible checks passed" in text and '"doubles-double": {' in text and len(text.splitlines()) > 8
    assert set(json.loads(text)) == {"about", "exercises"}


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"exercises": []}', '{"exercises": {"a": 1}}', '{"exercises": {"a": {"result": "passed", "run": "now"}}}'])
def test_a_file_that_somebody_broke_is_kept_beside_and_begun_anew(folder, broken):
    (folder / record.NAME).write_text(broken)
    assert read(folder) == {}
    note(folder, "doubles-double", True, CHECK)
    assert list(read(folder)) == ["doubles-double"]
    assert (folder / "progress (unreadable).json").read_text() == broken


def test_a_full_disk_leaves_the_old_record_whole(folder, monkeypatch):
    note(folder, "doubles-double", True, CHECK)
    before = (folder / record.NAME).read_bytes()
    monkeypatch.setattr("course.delivery.os.fsync", lambda descriptor: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left"):
        note(folder, "doubles-triple", True, CHECK)
    assert (folder / record.NAME).read_bytes() == before
    assert not list(folder.glob(".progress*"))


def test_a_process_that_is_killed_while_it_writes_leaves_a_whole_record(folder):
    program = (
        "import pathlib, sys\nfrom course.progress.record import note\nfolder = pathlib.Path(sys.argv[1])\n"
        "for number in range(100000): note(folder, f'doubles-{number % 40}', True, 'check')"
    )
    for _ in range(4):
        with subprocess.Popen([sys.executable, "-c", program, folder], env=os.environ) as writer:
            seen = (folder / record.NAME).read_bytes() if (folder / record.NAME).exists() else b""
            while writer.poll() is None and (not (folder / record.NAME).exists() or (folder / record.NAME).read_bytes() == seen):
                time.sleep(0.003)
            assert writer.poll() is None, "it ended by itself"
            writer.send_signal(signal.SIGKILL)
        assert read(folder), "not one line was kept"
        assert not list(folder.glob("*unreadable*"))


def test_the_workspace_is_found_from_below_and_nowhere_else(folder, tmp_path):
    assert workspace(folder / "doubles") == folder == workspace(folder)
    assert workspace(tmp_path) is None and workspace(tmp_path / "release" / "doubles") is None
