# Got 4000, expected 4800: each layer has one product backward.
def training_flops(sizes, batch, steps):
    return 2 * steps * flops(sizes, batch)
