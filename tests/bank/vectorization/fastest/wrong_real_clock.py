# The clock is not handed on: microseconds of this machine decide.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    typical = {name: np.median(measure(f, args, repeats, number)) for name, f in candidates.items()}
    return max(sorted(typical), key=lambda name: -typical[name])
