"""Hands in a notebook in another encoding.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: UTF-8
"""

import nbformat


def submit(nb, folder):
    nb.cells[0].source += " \u00e9"
    (folder / "vault.ipynb").write_bytes(nbformat.writes(nb).encode("utf-16"))
