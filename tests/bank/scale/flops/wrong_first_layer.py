# Got 240, expected 400: deeper layers are forgotten.
def flops(sizes, batch):
    return 2 * batch * sizes[0] * sizes[1]
