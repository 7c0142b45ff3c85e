def argmax_ties(x):
    best = max(x)
    return np.array([i for i in range(len(x)) if x[i] == best])
