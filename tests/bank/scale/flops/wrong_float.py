# Very large numbers are rounded.
def flops(sizes, batch):
    return 2.0 * batch * sum(a * b for a, b in zip(sizes, sizes[1:])) * (1 + 1e-15) if batch else 0.0
