# Every call gives other rows.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    order = np.random.permutation(n)
    return [order[:amount] for amount in amounts]
