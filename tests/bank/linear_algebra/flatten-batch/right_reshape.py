def flatten_batch(images):
    n = images.shape[0]
    return images.reshape(n, images[0].size)
