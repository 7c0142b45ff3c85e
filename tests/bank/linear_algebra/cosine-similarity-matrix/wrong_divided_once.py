# Only one of the two lengths is divided out.
def cosine_similarity_matrix(X):
    return normalize_rows(X) @ X.T
