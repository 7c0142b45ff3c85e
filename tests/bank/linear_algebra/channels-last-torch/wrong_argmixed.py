# The order of permute is read the other way round.
def channels_last_torch(images):
    return images.permute(0, 3, 1, 2)
