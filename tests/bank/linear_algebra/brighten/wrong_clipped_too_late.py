# The sum has wrapped around before it is clipped.
def brighten(image, amount):
    return np.clip(image + np.uint8(amount % 256), 0, 255)
