def channels_last_torch(images):
    return images.movedim(1, -1)
