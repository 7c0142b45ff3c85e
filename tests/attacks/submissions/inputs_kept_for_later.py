"""Keeps what it is called with and prints it from a thread, at the end, and in the next cells.

threat: secrets
must: no points for double, all for half, and no text of a hidden test, a solution or another submission in what it prints
"""
import atexit, threading, time

seen = []

def tell():
    for _ in range(20):
        time.sleep(0.05)
        print(seen, flush=True)

atexit.register(lambda: print(seen))
get_ipython().events.register("post_run_cell", lambda result: print(seen))
threading.Thread(target=tell, daemon=True).start()

def double(x):
    seen.append(x)
    return 7
