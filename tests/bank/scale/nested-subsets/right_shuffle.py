def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    rows = np.arange(n)
    np.random.RandomState(seed).shuffle(rows)
    return [rows[:amount].copy() for amount in amounts]
