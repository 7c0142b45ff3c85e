# Only rows of the same number are compared: n numbers come back.
def cosine_similarity_matrix_torch(X):
    return torch.nn.functional.cosine_similarity(X, X, dim=1)
