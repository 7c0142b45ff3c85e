"""Modules joined into one text, colours from the palette, and nothing that asks for a network."""

import re

import pytest

from course import palette
from course.widgets import assets

MODULES = sorted(path.stem for path in assets.HERE.glob("*.js") if path.stem != "static")


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "HERE", tmp_path)
    assets.script.cache_clear()

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.js").write_text(text)

    yield write
    assets.script.cache_clear()


def test_a_module_comes_once_and_before_those_that_need_it(files):
    files(
        a='import { b } from "./b.js";\nimport { c } from "./c.js";\nexport default { b, c };',
        b='import { c } from "./c.js";\nexport const b = c + 1;\nconst own = 1;',
        c="export function c() {}\nconst own = 2;\nexport const d = 4;",
    )
    text = assets.script("a")
    assert text.count("function c()") == 1
    assert text.index("const $c =") < text.index("const $b =") < text.index("export default")
    assert "return { c, d };" in text and "const { b } = $b;" in text
    assert not re.search(r"^import", text, re.MULTILINE)


def test_imports_in_a_circle_are_refused(files):
    files(a='import { b } from "./b.js";', b='import { a } from "./a.js";\nexport const b = 1;')
    with pytest.raises(ValueError, match="circle: a -> b -> a"):
        assets.script("a")


@pytest.mark.parametrize("line", ['import * as d3 from "d3";', "export { x as y };", 'import "./c.js";'])
def test_what_is_not_understood_is_refused(files, line):
    files(a='import { b } from "./b.js";', b=line)
    with pytest.raises(ValueError, match="b.js: this import or export is not understood"):
        assets.script("a")


@pytest.mark.parametrize("name", MODULES)
def test_every_module_joins_and_asks_for_nothing(name):
    text = assets.script(name)
    assert not re.search(r"^import|\bimport\(|\bfetch\(|https?://(?!www\.w3\.org/)", text, re.MULTILINE)
    assert not re.search(r'\bid[:=]\s*["`]|getElementById', text), "an id would clash when shown twice"


def test_the_styles_hold_the_palette():
    text = assets.styles("activations")
    for role, colour in palette.ROLES.items():
        assert f"--nn-{role}: {colour};" in text
    written = (assets.HERE / "common.css").read_text().lower()
    assert not [colour for colour in palette.ROLES.values() if colour != palette.BLACK and colour.lower() in written]
