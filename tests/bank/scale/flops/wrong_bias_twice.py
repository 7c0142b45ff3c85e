# Got 460, expected 400: the bias is added to 2 n_in.
def flops(sizes, batch):
    return batch * sum(2 * a * b + b for a, b in zip(sizes, sizes[1:]))
