def measure(function, args=(), repeats=5, number=1, clock=time.perf_counter):
    times = []
    for turn in range(repeats + 1):
        calls = number if turn else 1
        start = clock()
        for _ in range(calls):
            function(*args)
        stop = clock()
        times.append((stop - start) / calls)
    return times[1:]
