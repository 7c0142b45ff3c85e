def cosine_similarity_matrix(X):
    n = len(X)
    C = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            length = np.linalg.norm(X[i]) * np.linalg.norm(X[j])
            if length > 0:
                C[i, j] = X[i] @ X[j] / length
    return C
