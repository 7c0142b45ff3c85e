"""Hands in a notebook of sixty megabytes.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: MB
"""

def submit(nb, folder):
    nb.cells[0].source += "x" * 60_000_000
