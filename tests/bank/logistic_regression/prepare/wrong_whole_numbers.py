# Symptom: everything below full ink becomes 0.
def prepare(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.reshape(len(images), -1) // most, (labels == positive).astype(float)
