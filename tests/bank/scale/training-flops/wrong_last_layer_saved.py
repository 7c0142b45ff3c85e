# Got 5200, expected 4800: the product is saved at the wrong end.
def training_flops(sizes, batch, steps):
    return steps * (3 * flops(sizes, batch) - flops(sizes[-2:], batch))
