def epochs_to_steps(n, batch_size, epochs):
    if batch_size < 1:
        raise ValueError('a batch holds at least one example')
    return epochs * ((n + batch_size - 1) // batch_size)
