# ZeroDivisionError, and no ValueError, for an empty batch.
def epochs_to_steps(n, batch_size, epochs):
    return epochs * -(-n // batch_size)
