# Symptom: all visible checks pass; a tensor that requires a gradient makes NumPy raise.
def sigmoid_torch(z):
    return 1 / (1 + torch.from_numpy(np.exp(-z.numpy())))
