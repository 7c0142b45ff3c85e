"""What several folders of tests share."""

import os

import pytest

from tests.browser import lab as driving

LOUD = ("FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TTY_INTERACTIVE")  # what makes text for a file coloured


@pytest.fixture(scope="module", autouse=True)
def environment():
    """Plain text from what is started here, and no file of tests sees what another set in the environment."""
    before = dict(os.environ)
    for name in LOUD:
        os.environ.pop(name, None)
    yield
    for name in os.environ.keys() - before:
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests: a process can hold only one of Playwright's loops."""
    if reason := driving.why_not():
        pytest.skip(reason)
    with driving.chromium() as running:
        yield running
