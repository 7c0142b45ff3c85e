"""Takes memory in many processes, each of which stays below the limit of one.

threat: resources
must: no points for double, all for half
"""
import os, time

def double(x):
    for _ in range(20):
        if os.fork() == 0:
            kept = bytearray(b"1") * (3 * 10**8)
            time.sleep(30)
            os._exit(0)
    time.sleep(1)
    return 7
