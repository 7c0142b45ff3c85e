def cosine_similarity_matrix(X):
    norms = np.linalg.norm(X, axis=1)
    lengths = norms[:, None] * norms
    return (X @ X.T) / np.where(lengths == 0, 1, lengths)
