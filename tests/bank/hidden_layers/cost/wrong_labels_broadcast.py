# (3, 1) and (3,) make a square, in silence.
def cost(Z2, y):
    return float(np.mean(np.logaddexp(0, Z2) - y * Z2))
