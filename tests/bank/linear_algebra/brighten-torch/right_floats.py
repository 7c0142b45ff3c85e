def brighten_torch(image, amount):
    return (image.double() + amount).clamp(0, 255).to(torch.uint8)
