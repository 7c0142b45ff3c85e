"""Starts ten thousand threads.

threat: resources
must: no points for double, all for half
"""
import threading, time

def double(x):
    for _ in range(10_000):
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
    return 7
