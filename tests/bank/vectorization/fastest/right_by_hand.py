def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    winner, least = None, float('inf')
    for name, f in candidates.items():
        f(*args)
        times = []
        for _ in range(repeats):
            start = clock()
            for _ in range(number):
                f(*args)
            times.append((clock() - start) / number)
        typical = sorted(times)[len(times) // 2]
        if typical < least:
            winner, least = name, typical
    return winner
