# Symptom: images of double precision give a float64 X.
def prepare_torch(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.flatten(start_dim=1) / most, (labels == positive).float()
