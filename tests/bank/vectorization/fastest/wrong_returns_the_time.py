# The time comes back, not the name.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    return min(min(measure(f, args, repeats, number, clock)) for f in candidates.values())
