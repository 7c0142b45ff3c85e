"""Suspends its parent, so that nobody watches the clock.

threat: resources
must: no points for double, all for half
"""
import os, signal

def double(x):
    try:
        os.kill(os.getppid(), signal.SIGSTOP)
    except OSError as error:
        print(error)
    return 7
