# Symptom: a pale image comes out as dark as any other.
def prepare(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.reshape(len(images), -1) / images.max(), (labels == positive).astype(float)
