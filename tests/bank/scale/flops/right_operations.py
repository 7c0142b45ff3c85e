def flops(sizes, batch):
    multiplications = additions = 0
    for k in range(len(sizes) - 1):
        multiplications += batch * sizes[k] * sizes[k + 1]
        additions += batch * (sizes[k] - 1) * sizes[k + 1] + batch * sizes[k + 1]  # the bias is the last one
    return multiplications + additions
