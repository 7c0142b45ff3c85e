# The sets come in the order of their sizes, not in that of the amounts.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    order = np.random.default_rng(seed).permutation(n)
    return [order[:amount] for amount in sorted(amounts)]
