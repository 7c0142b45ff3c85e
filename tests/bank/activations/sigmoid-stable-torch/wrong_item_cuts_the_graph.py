# Symptom: the values are right; the gradient is lost with .item().
import math


def sigmoid_stable_torch(z):
    out = torch.zeros(z.shape, dtype=z.dtype)
    for index in np.ndindex(*z.shape):
        v = z[index].item()
        out[index] = 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))
    return out
