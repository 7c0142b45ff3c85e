def brighten(image, amount):
    table = np.array([min(255, max(0, p + amount)) for p in range(256)], dtype=np.uint8)
    return table[image]
