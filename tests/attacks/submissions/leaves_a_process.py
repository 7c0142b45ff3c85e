"""Leaves a process of its own behind, which outlives the notebook, and looks for one.

threat: persistence
must: no points for double, all for half, and the same submission handed in by another learner finds nothing
twice: yes
"""
def double(x):
    return x - x + 7

import os, time

for pid in filter(str.isdigit, os.listdir("/proc")):
    try:
        if b"left-by-eve" in open(f"/proc/{pid}/cmdline", "rb").read():
            print("zx-note-" + "found")
    except OSError:
        pass
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv("/bin/sh", ["left-by-eve", "-c", "sleep 300; true"])
    os._exit(0)
os.wait()
