# One disturbance decides.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    typical = {name: np.mean(measure(f, args, repeats, number, clock)) for name, f in candidates.items()}
    return min(typical, key=typical.get)
