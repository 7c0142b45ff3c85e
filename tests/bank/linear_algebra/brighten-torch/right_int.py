def brighten_torch(image, amount):
    return torch.clip(image.int() + amount, min=0, max=255).byte()
