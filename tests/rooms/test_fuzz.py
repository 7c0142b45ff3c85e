"""The fuzzer's own parts, without the fuzzer: what it starts from is read, and the page tells of its last run."""

import json
from pathlib import Path

import pytest

from tests.rooms import fuzz

DOCS = Path(__file__).parents[2] / "docs"


def test_what_it_starts_from_is_read(tmp_path):
    fuzz.seeds(tmp_path)
    found = sorted(tmp_path.iterdir())
    assert len(found) > 60
    for path in found:
        fuzz.one_input(path.read_bytes())


def test_a_mistake_of_this_side_would_be_seen(monkeypatch):
    from course.rooms import unwire

    monkeypatch.setitem(unwire._Reader.READERS, "e", lambda self, rest, depth: open("no such file"))
    with pytest.raises(FileNotFoundError):
        fuzz.unpacked(b'["e"]', b"")
    with pytest.raises(FileNotFoundError):
        fuzz.read(fuzz.message(b'["t", "=", "value", ["e"], null]', b""))


def test_the_page_tells_of_the_last_run():
    found = json.loads(fuzz.RESULT.read_text())
    assert found["seconds"] >= 120 and found["growth_mb"] < 10
    assert " ".join(fuzz.sentence(found).split()) in " ".join((DOCS / "tests.md").read_text(encoding="utf-8").split())
