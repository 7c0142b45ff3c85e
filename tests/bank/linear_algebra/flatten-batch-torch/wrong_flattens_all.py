# Everything becomes one line: shape (n * d,).
def flatten_batch_torch(images):
    return images.flatten()
