# Two loops, in a function of another cell.
def pairwise_distances_one_loop(X, Y):
    return pairwise_distances_two_loops(X, Y)
