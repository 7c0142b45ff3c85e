# Two loops, in one line.
def pairwise_distances_one_loop(X, Y):
    return np.array([np.linalg.norm(x - y) for x in X for y in Y]).reshape(len(X), len(Y))
