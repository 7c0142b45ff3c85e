# Symptom: the labels are int64, which the loss refuses.
def prepare_torch(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return images.flatten(start_dim=1).float() / most, (labels == positive).long()
