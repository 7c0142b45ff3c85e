# Symptom: an error for images that are a transposed view.
def prepare_torch(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.view(len(images), -1).float() / most, (labels == positive).float()
