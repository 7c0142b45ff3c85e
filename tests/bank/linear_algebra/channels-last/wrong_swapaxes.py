# Height and width are exchanged too.
def channels_last(images):
    return images.swapaxes(1, 3)
