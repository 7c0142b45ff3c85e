def outer(u, v):
    return np.einsum('i,j->ij', u, v)
