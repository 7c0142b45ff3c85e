# Everything becomes one line: shape (n * d,).
def flatten_batch(images):
    return images.reshape(-1)
