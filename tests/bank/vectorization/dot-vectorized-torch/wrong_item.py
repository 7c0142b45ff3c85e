# A plain number comes back, and the gradient is cut off.
def dot_vectorized_torch(u, v):
    return (u @ v).item()
