"""Returns a view of one number that has a billion places.

threat: resources
must: no points for double, all for half
"""
def double(x):
    return np.broadcast_to(np.float64(7), (30_000, 30_000))
