"""What can be wrong with a built site: dead links, pictures without words, formulas that stayed raw, asking the network."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

# Where a dollar sign or a backslash is meant.
LITERAL = ("code", "pre", "script", "style", "textarea", "noscript", "math")
RAW = re.compile(r"\$[^$\s][^$]*\$|\\[a-zA-Z]{2,}")
FETCHED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}


def faults(site: Path) -> list[str]:
    """One sentence for each fault, with the page that it is on."""
    read = {path: BeautifulSoup(path.read_bytes(), "html.parser") for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in read.items():
        name = path.relative_to(site).as_posix()
        for what in (dead_links(site, path, read), without_words(page), raw_formulas(page)):
            found += [f"{name}: {fault}" for fault in what]
    return found


def dead_links(site: Path, path: Path, read: dict) -> list[str]:
    page, found = read[path], []
    targets = [(node["href"], False) for node in page.find_all("a", href=True)]
    for tag, attribute in FETCHED.items():
        targets += [(node[attribute], True) for node in page.find_all(tag, attrs={attribute: True}) if node.get("rel") != ["canonical"]]
    for target, fetched in targets:
        parts = urlsplit(target)
        if parts.scheme in ("data", "mailto"):
            continue
        if parts.scheme or parts.netloc:
            if fetched:
                found.append(f"{target} would be fetched from the network.")
            continue
        there = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
        there = there / "index.html" if there.is_dir() else there
        if not there.is_file() or not there.is_relative_to(site.resolve()):
            found.append(f"the link to {target} leads nowhere.")
        elif parts.fragment and there.suffix == ".html":
            other = read[path if there == path.resolve() else site / there.relative_to(site.resolve())]
            if not other.find(id=unquote(parts.fragment)):
                found.append(f"the link to {target} leads to no place on that page.")
    return found


def without_words(page) -> list[str]:
    found = []
    for node in page.find_all("img"):
        if not node.get("alt", "").strip():
            found.append(f"the picture {node.get('src', '')[:60]} has no alternative text.")
    for node in page.find_all(role="img"):
        if not (node.get("aria-label") or node.find("title")):
            found.append("a picture of role img has no label.")
    return found


def raw_formulas(page) -> list[str]:
    found = []
    for text in page.find_all(string=RAW):
        if not any(parent.name in LITERAL for parent in text.parents):
            found.append(f"'{RAW.search(text)[0][:60]}' is not drawn as a formula.")
    return found
