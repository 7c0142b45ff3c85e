def flatten_batch(images):
    X = np.zeros((len(images), images[0].size), dtype=images.dtype)
    for i, image in enumerate(images):
        X[i] = image.ravel()
    return X
