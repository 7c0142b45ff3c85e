# A zero row gives nan.
def cosine_similarity_matrix(X):
    with np.errstate(all='ignore'):
        Z = X / np.linalg.norm(X, axis=1, keepdims=True)
        return Z @ Z.T
