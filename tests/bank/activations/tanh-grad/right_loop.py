import math


def tanh_grad(z):
    z = np.asarray(z, dtype=float)
    out = np.ones(z.shape)
    for index in np.ndindex(z.shape):
        out[index] -= math.tanh(z[index]) ** 2
    return out
