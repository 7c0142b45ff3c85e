"""Puts links to the gradebook and the master beside the notebook.

threat: secrets
must: refused, or none of it shown and no points for double
refused: yes
says: link
"""

def submit(nb, folder):
    (folder / "a.txt").symlink_to("../../../source/vault/vault.ipynb")
    (folder / "b.txt").symlink_to("../../../gradebook.db")
    for cell in nb.cells:
        if "def double" in cell.source:
            cell.source += "\nfor name in 'ab':\n    print(open(name + '.txt', errors='replace').read())\n"
