import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config


@pytest.fixture
def shell():
    """An IPython shell as a kernel has one, without a history file."""
    assert not InteractiveShell.initialized()
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_cell("import numpy as np")
    yield shell
    InteractiveShell.clear_instance()
