def channels_last(images):
    return np.moveaxis(images, 1, -1)
