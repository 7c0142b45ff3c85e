"""Hands in half a notebook.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: vault.ipynb
"""

import nbformat


def submit(nb, folder):
    text = nbformat.writes(nb)
    (folder / "vault.ipynb").write_text(text[: len(text) // 2])
