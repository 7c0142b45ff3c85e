def epochs_to_steps(n, batch_size, epochs):
    if batch_size < 1:
        raise ValueError('a batch holds at least one example')
    full, rest = divmod(n, batch_size)
    return (full + (rest > 0)) * epochs
