"""The JavaScript and the styles of a widget, each as one text that needs no file and no network.

Widgets share modules (``plot.js``, ``controls.js``, ...), written as ordinary ES modules. An anywidget
carries a single module, and a relative import in it would ask a server for a file; so ``script`` joins
a module with those it imports: each becomes a function of its own scope, run once.
"""

import re
from functools import cache
from pathlib import Path

from course import palette

HERE = Path(__file__).parent

# One import or export a line, of names only: what our modules use, and all that is understood.
IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w-]+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) (\w+))", re.MULTILINE)
LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


@cache
def script(name: str) -> str:
    """The module ``name`` (a file beside this one, without ``.js``) with all that it imports.

    Its own exports stay. Raises ValueError for an import or export that is not understood, and
    for modules that import each other in a circle.
    """
    parts: dict[str, str] = {}
    entry = _imports_bound(name, parts, ())
    return "\n".join([*parts.values(), entry])


def _imports_bound(name: str, parts: dict[str, str], above: tuple[str, ...]) -> str:
    """The module's text with its imports bound to ``parts``, which gains every module it needs."""
    if name in above:
        raise ValueError(f"{name}.js: imports go in a circle: {' -> '.join([*above, name])}")
    text = (HERE / f"{name}.js").read_text(encoding="utf-8")
    for _, needed in IMPORT.findall(text):
        if needed not in parts:
            parts[needed] = _as_function(needed, _imports_bound(needed, parts, (*above, name)))
    return IMPORT.sub(lambda found: f"const {{ {found[1]} }} = ${found[2]};", text)


def _as_function(name: str, text: str) -> str:
    exported = EXPORT.findall(text)
    text = EXPORT.sub("", text)
    if odd := LEFT_OVER.search(text):
        raise ValueError(f"{name}.js: this import or export is not understood: {odd[0]}")
    return f"const ${name} = (() => {{\n{text}\nreturn {{ {', '.join(exported)} }};\n}})();"


@cache
def styles(name: str) -> str:
    """The styles of the widget ``name``: the palette as CSS variables, the common part, its own."""
    colours = "\n".join(f"  --nn-{role}: {colour};" for role, colour in palette.ROLES.items())
    dashes = " ".join(map(str, palette.LEARNER_DASHES))
    own = [HERE / f"{part}.css" for part in ("common", name)]
    return "\n".join(
        [f".nn-widget {{\n{colours}\n  --nn-learner-dashes: {dashes};\n}}"]
        + [path.read_text(encoding="utf-8") for path in own if path.exists()]
    )
