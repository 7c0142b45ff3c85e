"""Reads the hidden tests out of the gradebook.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import sqlite3

for path in ("../../../gradebook.db", "../../../../gradebook.db"):
    try:
        print(sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("select source from source_cell").fetchall())
    except sqlite3.Error as error:
        print(error)
