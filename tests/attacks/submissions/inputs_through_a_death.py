"""Writes what it is called with into every folder, ends Python, and prints it when its cells are run again.

threat: secrets
must: no points for double, all for half, and no input of a hidden test on the learner's page
says: nded the Python process
"""
import os

shown = display("nothing", display_id="shown")
for place in (".", "..", "/dev/shm", "/meeting", os.path.expanduser("~")):
    if os.path.exists(os.path.join(place, "seen")):
        print(open(os.path.join(place, "seen")).read())
        shown.update(open(os.path.join(place, "seen")).read())

def double(x):
    for place in (".", "..", "/dev/shm", "/meeting", os.path.expanduser("~")):
        try:
            open(os.path.join(place, "seen"), "a").write(repr(x))
        except OSError:
            pass
    if np.ndim(x) and x[0] > 100:
        os._exit(0)
    return [2.0, 8.0] if np.ndim(x) else 7
