# Got 6000, expected 4800: the first layer gets slopes for its inputs.
def training_flops(sizes, batch, steps):
    return 3 * steps * flops(sizes, batch)
