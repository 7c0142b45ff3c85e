# Symptom: bytes wrap around before they become floats.
def prepare_torch(images, labels, positive, most=16):
    if len(images) != len(labels):
        raise ValueError
    return (images.flatten(start_dim=1) * 16).float() / (16 * most), (labels == positive).float()
