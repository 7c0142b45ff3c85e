# A single number is stretched over all of them, in silence.
def dot_vectorized_torch(u, v):
    return torch.sum(u * v)
