def training_flops(sizes, batch, steps):
    total = 0
    for k in range(len(sizes) - 1):
        product = 2 * batch * sizes[k] * sizes[k + 1]
        total += product  # forward
        total += product  # slopes of the weights
        if k > 0:
            total += product  # slopes of the inputs
    return steps * total
