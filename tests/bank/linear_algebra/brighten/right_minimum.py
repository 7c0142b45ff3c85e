def brighten(image, amount):
    wide = image.astype(int) + amount
    return np.minimum(np.maximum(wide, 0), 255).astype(np.uint8)
