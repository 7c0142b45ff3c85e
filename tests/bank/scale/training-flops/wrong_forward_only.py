# Got 2000, expected 4800: the backward pass is missing.
def training_flops(sizes, batch, steps):
    return steps * flops(sizes, batch)
