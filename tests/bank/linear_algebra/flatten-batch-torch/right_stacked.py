def flatten_batch_torch(images):
    return torch.stack([image.reshape(-1) for image in images])
