# The caller's list of amounts is sorted afterwards.
def nested_subsets(n, amounts, seed):
    if any(amount > n for amount in amounts):
        raise ValueError('more rows than there are')
    order = np.random.default_rng(seed).permutation(n)
    sets = {amount: order[:amount] for amount in amounts}
    wanted = list(amounts)
    if isinstance(amounts, list):
        amounts.sort()
    return [sets[amount] for amount in wanted]
