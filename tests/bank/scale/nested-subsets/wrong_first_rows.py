# The rows are 0, 1, 2, ... for every seed.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    return [np.arange(amount) for amount in amounts]
