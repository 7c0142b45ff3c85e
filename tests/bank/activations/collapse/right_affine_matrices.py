from functools import reduce


def collapse(weights, biases):
    """Every layer as one matrix that acts on (x, 1)."""
    matrices = []
    for W, b in zip(weights, biases):
        M = np.zeros((W.shape[0] + 1, W.shape[1] + 1))
        M[:-1, :-1], M[:-1, -1], M[-1, -1] = W, b, 1
        matrices.append(M)
    M = reduce(lambda first, then: then @ first, matrices)
    return M[:-1, :-1], M[:-1, -1]
