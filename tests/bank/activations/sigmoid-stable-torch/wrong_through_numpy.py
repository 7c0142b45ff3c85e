# Symptom: the values are right; a tensor that requires a gradient makes NumPy raise.
def sigmoid_stable_torch(z):
    return torch.from_numpy(0.5 * (1 + np.tanh(0.5 * z.numpy())))
