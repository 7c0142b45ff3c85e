# Symptom: as wrong_flatten, with the size written as h * w.
def prepare(images, labels, positive, most=16):
    m, h, w = images.shape
    if m != len(labels):
        raise ValueError("lengths differ")
    return images.reshape(h * w, m).T / most, (labels == positive).astype(float)
