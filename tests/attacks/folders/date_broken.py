"""Hands in a date that is none.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: timestamp
"""

def submit(nb, folder):
    (folder / "timestamp.txt").write_text("yesterday, or 0000-99-99 25:61:61 UTC")
