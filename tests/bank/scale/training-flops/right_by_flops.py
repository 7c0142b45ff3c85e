def training_flops(sizes, batch, steps):
    return steps * (3 * flops(sizes, batch) - flops(sizes[:2], batch))
