# A new order is drawn for each amount.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    random = np.random.default_rng(seed)
    return [random.permutation(n)[:amount] for amount in amounts]
