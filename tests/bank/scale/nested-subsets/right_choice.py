def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    largest = max(amounts)
    rows = np.random.default_rng(seed).choice(n, size=largest, replace=False)
    return [np.sort(rows[:amount]) for amount in amounts]
