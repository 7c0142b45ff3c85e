"""Opens every notebook, database and text of a unit that it finds on disk.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import os

places = {os.path.expanduser("~"), "/" + "tmp", "/srv", "/mnt", "/var/" + "tmp", os.path.abspath("../../../.."), os.getcwd(), os.path.dirname(__import__("course").__file__)}
for place in sorted(places):
    for folder, folders, files in os.walk(place):
        folders[:] = [name for name in folders if name not in ("proc", "sys", "site-packages", "lib", "node_modules", ".git")][:200]
        for name in files[:500]:
            if name.endswith((".ipynb", ".db", ".md")):
                try:
                    text = open(os.path.join(folder, name), errors="replace").read()
                except OSError:
                    continue
                if "zx-" in text:
                    print(folder, name, [text[i : i + 20] for i in range(len(text)) if text.startswith("zx-", i)])
