# Symptom: y has the shape (m, 1).
def prepare(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.reshape(len(images), -1) / most, (labels == positive).astype(float).reshape(-1, 1)
