"""Looks for the examiner: sockets, processes and folders that are not its own.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import os, socket

def half(x):
    for folder in ("/meeting", "/proc/1/root", "/run", "/proc/1/fd", "/proc/self/task"):
        try:
            print(folder, sorted(os.listdir(folder)))
        except OSError as error:
            print(error)
    try:
        print(open("/proc/net/unix").read())
    except OSError as error:
        print(error)
    for pid in filter(str.isdigit, os.listdir("/proc")):
        if b"examiner" in open(f"/proc/{pid}/cmdline", "rb").read():
            print("zx-examiner-" + "seen")
    return x / 2
