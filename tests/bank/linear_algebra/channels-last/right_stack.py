def channels_last(images):
    return np.stack([images[:, k] for k in range(images.shape[1])], axis=3)
