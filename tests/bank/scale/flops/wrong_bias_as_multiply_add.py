# Got 520, expected 400: two operations for each bias.
def flops(sizes, batch):
    return 2 * batch * sum(a * b + b for a, b in zip(sizes, sizes[1:]))
