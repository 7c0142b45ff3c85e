# Symptom: images of floats are divided where they lie.
def prepare_torch(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    X = images.flatten(start_dim=1).to(torch.float32)
    X /= most
    return X, (labels == positive).float()
