# max where min was meant.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    typical = {name: np.median(measure(f, args, repeats, number, clock)) for name, f in candidates.items()}
    return max(typical, key=typical.get)
