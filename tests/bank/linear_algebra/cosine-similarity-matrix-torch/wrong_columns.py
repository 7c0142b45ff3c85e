# The columns are compared.
def cosine_similarity_matrix_torch(X):
    Z = normalize_rows_torch(X.T)
    return Z @ Z.T
