# Symptom: the check says that the argument is not as it was.
def output_signs(Z, delta, activation):
    Z[...] = activation(Z)
    Z *= delta[:, None]
    return np.sign(Z).astype(int)
