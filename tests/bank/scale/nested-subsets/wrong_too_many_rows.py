# More rows than there are are asked for, and nobody says so.
def nested_subsets(n, amounts, seed):
    order = np.random.default_rng(seed).permutation(n)
    return [order[:amount] for amount in amounts]
