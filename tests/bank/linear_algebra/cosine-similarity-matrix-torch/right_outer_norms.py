def cosine_similarity_matrix_torch(X):
    norms = torch.linalg.norm(X, dim=1)
    lengths = torch.outer(norms, norms)
    return (X @ X.T) / lengths.masked_fill(lengths == 0, 1.0)
