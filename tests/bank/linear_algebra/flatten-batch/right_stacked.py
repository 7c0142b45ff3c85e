def flatten_batch(images):
    return np.stack([image.flatten() for image in images])
