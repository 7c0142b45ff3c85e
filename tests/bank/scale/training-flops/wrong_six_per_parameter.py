# Got 7800, expected 4800: the rule of thumb, biases and all.
def training_flops(sizes, batch, steps):
    return 6 * parameter_count(sizes) * batch * steps
