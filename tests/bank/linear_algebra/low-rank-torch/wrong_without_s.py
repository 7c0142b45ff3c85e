# The singular values are missing.
def low_rank_torch(image, k):
    U, s, Vt = torch.linalg.svd(image, full_matrices=False)
    return U[:, :k] @ Vt[:k]
