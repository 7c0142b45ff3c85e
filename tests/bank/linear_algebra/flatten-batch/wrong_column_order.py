# Each image is read column by column.
def flatten_batch(images):
    return np.stack([image.T.ravel() for image in images])
