# Symptom: not symmetric, and "only the columns are divided".
def cosine_similarity_matrix(X):
    lengths = np.linalg.norm(X, axis=1)
    lengths = np.where(lengths == 0, 1, lengths)
    return X @ X.T / (lengths * lengths)
