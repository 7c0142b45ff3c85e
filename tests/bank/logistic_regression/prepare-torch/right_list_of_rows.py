def prepare_torch(images, labels, positive, most=16):
    if labels.shape[0] != images.shape[0]:
        raise ValueError("not as many labels as images")
    X = torch.stack([image.reshape(-1).float() / most for image in images])
    return X, torch.where(labels == positive, 1.0, 0.0)
