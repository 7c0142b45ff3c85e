# Only the first candidate is warmed up.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    list(candidates.values())[0](*args)
    times = {}
    for name, f in candidates.items():
        start = clock()
        for _ in range(repeats * number):
            f(*args)
        times[name] = clock() - start
    return min(times, key=times.get)
