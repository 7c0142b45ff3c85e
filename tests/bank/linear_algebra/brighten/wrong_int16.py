# int16 is wide enough for pixels, not for a huge amount.
def brighten(image, amount):
    return np.clip(image.astype(np.int16) + np.array(amount).astype(np.int16), 0, 255).astype(np.uint8)
