# The sum has wrapped around before it is clipped.
def brighten_torch(image, amount):
    return torch.clamp(image + amount, 0, 255)
