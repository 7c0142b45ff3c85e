def channels_last_torch(images):
    return torch.stack(list(images.unbind(dim=1)), dim=-1)
