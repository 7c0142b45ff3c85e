# Below 0 it wraps around.
def brighten(image, amount):
    return np.minimum(image.astype(int) + amount, 255).astype(np.uint8)
