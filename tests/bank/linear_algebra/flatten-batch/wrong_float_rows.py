# Integers become floats.
def flatten_batch(images):
    X = np.zeros((len(images), images[0].size))
    X[:] = images.reshape(len(images), -1)
    return X
