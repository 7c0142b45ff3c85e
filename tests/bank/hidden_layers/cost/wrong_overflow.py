# log(1 + exp(1000)) is infinite.
def cost(Z2, y):
    if Z2.shape != y.shape:
        raise ValueError("shape")
    return float(np.mean(np.log(1 + np.exp(Z2)) - y * Z2))
