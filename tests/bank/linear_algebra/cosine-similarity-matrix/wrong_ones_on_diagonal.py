# A zero row is made similar to itself.
def cosine_similarity_matrix(X):
    Z = normalize_rows(X)
    C = Z @ Z.T
    np.fill_diagonal(C, 1)
    return C
