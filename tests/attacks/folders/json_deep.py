"""Hands in a notebook whose metadata is nested a hundred thousand deep.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: vault.ipynb
"""

import nbformat


def submit(nb, folder):
    nb.metadata.deep = "DEEP"
    (folder / "vault.ipynb").write_text(nbformat.writes(nb).replace('"DEEP"', "[" * 100_000 + "]" * 100_000))
