"""Reads the solved notebook at its place in the course folder.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

for path in ("../../../source/vault/vault.ipynb", "../../../../source/vault/vault.ipynb"):
    try:
        print(open(path).read())
    except OSError as error:
        print(error)
