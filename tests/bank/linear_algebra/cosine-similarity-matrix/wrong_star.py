# `*` for `@`: element by element, of shape (n, d) or an error.
def cosine_similarity_matrix(X):
    Z = normalize_rows(X)
    return Z * Z
