# The result is not uint8 again.
def brighten(image, amount):
    return np.clip(image.astype(int) + amount, 0, 255)
