# NumPy cuts the gradient off and makes a number of it.
def dot_vectorized_torch(u, v):
    return torch.tensor(np.dot(u.detach().numpy(), v.detach().numpy()))
