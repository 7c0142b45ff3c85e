def flatten_batch_torch(images):
    return images.contiguous().view(len(images), -1)
