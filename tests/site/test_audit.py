"""Each fault that a site can have is found, and a page without faults has none."""

import pytest

pytest.importorskip("sphinx", reason="the reading site needs Sphinx (the site extra)")

from course.site.audit import faults

GOOD = """<a href="other.html#place">x</a> <a href="folder/">y</a> <a href="https://example.org/">z</a> <a href="#here">h</a>
<img src="p.svg" alt="A line."> <svg role="img" aria-label="A curve."></svg> <p id="here">5 dollars</p>
<code>$x$ \\alpha</code> <math><mi>x</mi></math> <a href="mailto:a@example.org">m</a> <img src="data:,x" alt="y">"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/index.html").write_text("<p>in</p>")
    (tmp_path / "other.html").write_text("<p id='place'>there</p>")
    (tmp_path / "p.svg").write_text("<svg/>")

    def told(html):
        (tmp_path / "page.html").write_text(f"<html><body>{html}</body></html>")
        return faults(tmp_path)

    return told


def test_a_good_page_has_none(site):
    assert site(GOOD) == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<a href='gone.html'>x</a>", "page.html: the link to gone.html leads nowhere."),
        ("<a href='other.html#gone'>x</a>", "page.html: the link to other.html#gone leads to no place on that page."),
        ("<a href='../secret.html'>x</a>", "page.html: the link to ../secret.html leads nowhere."),
        ("<img src='gone.svg' alt='x'>", "page.html: the link to gone.svg leads nowhere."),
        ("<img src='p.svg'>", "page.html: the picture p.svg has no alternative text."),
        ("<img src='p.svg' alt=' '>", "page.html: the picture p.svg has no alternative text."),
        ("<svg role='img'></svg>", "page.html: a picture of role img has no label."),
        ("<script src='https://example.org/x.js'></script>", "page.html: https://example.org/x.js would be fetched from the network."),
        ("<p>so $x^2$ grows</p>", "page.html: '$x^2$' is not drawn as a formula."),
        ("<p>\\frac12</p>", "page.html: '\\frac' is not drawn as a formula."),
    ],
)
def test_a_fault_is_one_sentence(site, html, fault):
    assert site(GOOD + html) == [fault]
