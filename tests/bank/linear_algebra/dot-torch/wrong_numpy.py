# NumPy slipped in: the gradient is cut off, or it raises.
def dot_torch(u, v):
    return torch.tensor(np.dot(u.numpy(), v.numpy()))
