# The singular values are missing.
def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image, full_matrices=False)
    return U[:, :k] @ Vt[:k]
