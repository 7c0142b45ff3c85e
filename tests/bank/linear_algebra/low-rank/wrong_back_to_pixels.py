# The result was rounded back to whole numbers.
def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image, full_matrices=False)
    return np.round((U[:, :k] * s[:k]) @ Vt[:k])
