import math


def bce_from_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError("shapes differ")
    total = 0.0
    for z_i, y_i in zip(z, y):
        # the price of a 1 is ln(1 + e^-z), that of a 0 is ln(1 + e^z)
        for sign, share in ((-1.0, y_i), (1.0, 1 - y_i)):
            t = sign * float(z_i)
            total += float(share) * (max(t, 0.0) + math.log1p(math.exp(-abs(t))))
    return total / len(z)
