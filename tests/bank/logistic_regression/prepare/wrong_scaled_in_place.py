# Symptom: a second call finds the images of floats already divided.
def prepare(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    X = images.reshape(len(images), -1)
    if X.dtype.kind == "f":
        X /= most
    else:
        X = X / most
    return X, (labels == positive).astype(float)
