# Got 8, expected 9: batches reach into the next epoch.
def epochs_to_steps(n, batch_size, epochs):
    if batch_size < 1:
        raise ValueError('a batch holds at least one example')
    return -(-n * epochs // batch_size)
