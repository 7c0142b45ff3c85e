"""What several folders of tests share."""

import pytest

from tests.browser import lab as driving


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests: a process can hold only one of Playwright's loops."""
    if reason := driving.why_not():
        pytest.skip(reason)
    with driving.chromium() as running:
        yield running
