# Below 0 it wraps around.
def brighten_torch(image, amount):
    return torch.clamp(image.int() + amount, max=255).to(torch.uint8)
