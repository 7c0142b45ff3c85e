# Some rows come twice.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    rows = np.random.default_rng(seed).integers(0, n, max(amounts))
    return [rows[:amount] for amount in amounts]
