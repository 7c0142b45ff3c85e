"""Hands in a notebook of a format that does not exist.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: format
"""

import json


def submit(nb, folder):
    nb = json.loads(json.dumps(nb))
    nb["nbformat"] = 99
    (folder / "vault.ipynb").write_text(json.dumps(nb))
