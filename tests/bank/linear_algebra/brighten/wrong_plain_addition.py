# A negative amount raises OverflowError, a positive one wraps around.
def brighten(image, amount):
    return np.clip(image + amount, 0, 255)
