# V was taken for V transposed.
def low_rank_torch(image, k):
    U, s, Vt = torch.linalg.svd(image, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:, :k].T
