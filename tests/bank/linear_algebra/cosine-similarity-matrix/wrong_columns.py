# The columns are compared.
def cosine_similarity_matrix(X):
    Z = normalize_rows(X.T)
    return Z @ Z.T
