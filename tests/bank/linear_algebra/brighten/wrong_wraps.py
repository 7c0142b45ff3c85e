# 250 + 10 is 4.
def brighten(image, amount):
    return (image.astype(int) + amount).astype(np.uint8)
