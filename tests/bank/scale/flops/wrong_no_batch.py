# Got 40, expected 400: one example only.
def flops(sizes, batch):
    return 2 * sum(a * b for a, b in zip(sizes, sizes[1:]))
