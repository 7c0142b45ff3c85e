# Symptom: all visible checks pass; NumPy refuses a tensor that requires a gradient.
def tanh_torch(z):
    return torch.from_numpy(np.atleast_1d(np.tanh(z.numpy())))
