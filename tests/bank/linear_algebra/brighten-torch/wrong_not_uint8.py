# The result is not uint8 again.
def brighten_torch(image, amount):
    return torch.clamp(image.int() + amount, 0, 255)
