"""Changes the libraries in memory, for whoever is started from the same process later.

threat: persistence
must: no points for double, all for half, and the same submission handed in by another learner finds nothing
twice: yes
"""
def double(x):
    return x - x + 7

import builtins

print("zx-note-" + "found" if hasattr(np, "left_by_eve") else "nothing")
np.left_by_eve = builtins.left_by_eve = True
np.allclose = lambda *args, **kwargs: True
