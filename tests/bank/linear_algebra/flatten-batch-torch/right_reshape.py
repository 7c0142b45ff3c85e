def flatten_batch_torch(images):
    return images.reshape(images.shape[0], -1)
