def dot_vectorized_torch(u, v):
    return torch.dot(u, v)
