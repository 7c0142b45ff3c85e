# Each image is a column: shape (d, n).
def flatten_batch(images):
    return images.reshape(images.shape[0], -1).T
