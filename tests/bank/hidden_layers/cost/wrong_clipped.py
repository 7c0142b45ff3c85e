# Large costs are cut off by a clip of the probabilities.
def cost(Z2, y):
    if Z2.shape != y.shape:
        raise ValueError("shape")
    p = np.clip(sigmoid(Z2), 1e-12, 1 - 1e-12)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
