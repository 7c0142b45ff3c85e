def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    best = {name: min(measure(f, args, repeats, number, clock)) for name, f in candidates.items()}
    return sorted(best, key=best.get)[0]
