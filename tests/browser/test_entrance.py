"""The learner's entrance in a real browser: the start page, a notebook, and what is typed there."""

from urllib.parse import urlsplit

import pytest

from tests.browser.lab import SCREENSHOTS
from tests.entrance import learning, users_own

NOTEBOOK = "activations/activations.ipynb"


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    with learning(tmp_path_factory.mktemp("learner") / "workspace") as running:
        yield running


def open_start_page(page, url):
    page.goto(url)
    page.wait_for_selector(".jp-MarkdownViewer h1", timeout=90_000)
    # A page that was restored may show it before JupyterLab has opened what the address names, and then steps in front again.
    page.wait_for_selector("#filebrowser:not(.jp-mod-restoring)", state="attached", timeout=90_000)
    return page.locator(".jp-MarkdownViewer").first


def photograph(page, name):
    SCREENSHOTS.mkdir(exist_ok=True)
    page.wait_for_timeout(1000)  # icons and the file list settle
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_start_page_opens_rendered_in_the_systems_colours_and_asks_nobody_else(session, browser, scheme):
    asked = []
    with browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        shown = open_start_page(page, session.url)
        assert shown.get_by_role("heading", name="Neural Networks 1").is_visible()
        assert shown.get_by_role("heading", name="Activations").is_visible()
        page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{str(scheme == 'light').lower()}'")
        photograph(page, f"start_page_{scheme}")
    hosts = {urlsplit(url).netloc for url in asked if url.startswith(("http", "ws"))}
    assert hosts == {urlsplit(session.base).netloc}
    assert not [url for url in asked if "api/news" in url or "api/update" in url]


def test_what_is_typed_there_is_still_there_and_continued_at_the_next_start(browser, tmp_path):
    folder = tmp_path / "workspace"
    with learning(folder) as session, browser.new_context() as context:
        page = context.new_page()
        open_start_page(page, session.url).get_by_role("link", name="Activations").last.click()
        editor = page.locator(".jp-Notebook .jp-CodeCell .cm-content").first
        editor.wait_for(timeout=90_000)
        editor.click()
        page.keyboard.press("Control+End")
        page.keyboard.insert_text("\n# typed by the learner")
        page.wait_for_selector(".jp-mod-dirty", state="attached")  # the mark comes a frame later, and goes when the file is written
        for _ in range(30):  # a kernel that has just come changes the notebook once more, by its language's version
            page.keyboard.press("Control+s")
            page.wait_for_timeout(1000)
            if not page.locator(".jp-mod-dirty").count():
                break
        assert not page.locator(".jp-mod-dirty").count()
        assert session.interrupt() == 0
    typed = (folder / NOTEBOOK).read_bytes()
    assert b"# typed by the learner" in typed
    with learning(folder) as session, browser.new_context() as context:
        shown = open_start_page(context.new_page(), session.url)
        assert "Continue here: Activations, exercise collapse" in shown.inner_text()
        assert "Your copies" not in session.said and "New" not in session.said
    assert (folder / NOTEBOOK).read_bytes() == typed
    # Open tabs are remembered in the workspace, and the user's own Jupyter notices nothing.
    assert list((folder / ".course/jupyter/lab/workspaces").glob("*"))
    assert not users_own(folder).exists()
