def outer(u, v):
    return np.array([[a * b for b in v] for a in u]).reshape(len(u), len(v))
