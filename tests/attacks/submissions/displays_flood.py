"""Displays fifty thousand objects.

threat: resources
must: no points for double, all for half; the notebook stays small
"""
for _ in range(50_000):
    display({"text/plain": "x" * 200}, raw=True)
def double(x):
    return x - x + 7
