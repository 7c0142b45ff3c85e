def layer_sizes(X, y, hidden):
    shapes = [np.asarray(a).shape for a in (X, y)]
    if [len(s) for s in shapes] != [2, 2]:
        raise ValueError("two axes each")
    if shapes[0][0] != shapes[1][0] or int(hidden) <= 0:
        raise ValueError("sizes")
    return tuple(int(v) for v in (shapes[0][1], hidden, shapes[1][1]))
