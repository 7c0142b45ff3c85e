# repeats and number are not handed on.
def fastest(candidates, args, repeats=5, number=1, clock=time.perf_counter):
    if not candidates:
        raise ValueError('no candidate')
    typical = {name: measure(f, args, 1, 1, clock)[0] for name, f in candidates.items()}
    return min(typical, key=typical.get)
