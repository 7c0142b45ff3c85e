def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    return [np.random.default_rng(seed).permutation(n)[-amount:] for amount in amounts]
