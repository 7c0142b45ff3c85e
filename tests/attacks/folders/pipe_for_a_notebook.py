"""Hands in a named pipe: whoever opens it waits for ever.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: file
"""

import os


def submit(nb, folder):
    os.mkfifo(folder / "vault.ipynb")
