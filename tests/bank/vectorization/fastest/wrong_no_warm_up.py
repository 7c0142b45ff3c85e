# The first call of each is timed, and only that one.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    times = {}
    for name, f in candidates.items():
        start = clock()
        f(*args)
        times[name] = clock() - start
    return min(times, key=times.get)
