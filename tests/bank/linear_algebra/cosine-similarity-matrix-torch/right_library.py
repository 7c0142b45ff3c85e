def cosine_similarity_matrix_torch(X):
    return torch.nn.functional.cosine_similarity(X[:, None], X[None], dim=2, eps=1e-30)
