# Symptom: an array comes back where a tensor is expected.
def output_signs_torch(Z, delta, activation):
    return np.sign(delta.numpy()[:, None] * activation(Z).numpy()).astype(int)
