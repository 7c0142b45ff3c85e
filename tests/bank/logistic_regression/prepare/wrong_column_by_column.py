# Symptom: each image is read column by column.
def prepare(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return np.array([image.T.ravel() for image in images]) / most, (labels == positive).astype(float)
