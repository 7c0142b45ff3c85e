# Symptom: the shape is right, and each row holds pixels of all images.
def prepare_torch(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.reshape(-1, len(images)).T.float() / most, (labels == positive).float()
