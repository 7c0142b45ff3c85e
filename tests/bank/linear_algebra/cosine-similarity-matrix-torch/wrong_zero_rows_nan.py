# A zero row gives nan.
def cosine_similarity_matrix_torch(X):
    Z = X / torch.linalg.norm(X, dim=1, keepdim=True)
    return Z @ Z.T
