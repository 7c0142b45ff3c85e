# The sets are neighbours, not one inside the other.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    order = np.random.default_rng(seed).permutation(n)
    ends = np.cumsum([0, *amounts])
    return [np.take(order, np.arange(start, end), mode='wrap') for start, end in zip(ends, ends[1:])]
