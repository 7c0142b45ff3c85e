# Got 3, expected 2: one batch too many when it comes out even.
def epochs_to_steps(n, batch_size, epochs):
    if batch_size < 1:
        raise ValueError('a batch holds at least one example')
    return epochs * (n // batch_size + 1)
