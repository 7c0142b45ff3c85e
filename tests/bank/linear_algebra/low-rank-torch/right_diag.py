def low_rank_torch(image, k):
    U, s, Vt = torch.linalg.svd(image, full_matrices=False)
    return U[:, :k] @ torch.diag(s[:k]) @ Vt[:k, :]
