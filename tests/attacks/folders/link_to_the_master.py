"""Hands in a link to the solved notebook.

threat: structure
must: refused with a sentence, and no score; the others are graded
refused: yes
says: link
"""

def submit(nb, folder):
    (folder / "vault.ipynb").symlink_to("../../../source/vault/vault.ipynb")
