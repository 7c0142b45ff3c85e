# Got 200, expected 400: a multiply-add counts as one.
def flops(sizes, batch):
    return batch * sum(a * b for a, b in zip(sizes, sizes[1:]))
