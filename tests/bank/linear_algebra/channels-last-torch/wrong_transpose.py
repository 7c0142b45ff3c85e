# Height and width are exchanged too.
def channels_last_torch(images):
    return images.transpose(1, 3)
