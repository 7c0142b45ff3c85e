# The result is always float32.
def low_rank_torch(image, k):
    U, s, Vt = torch.linalg.svd(image.float(), full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:k]
