# V was taken for V transposed.
def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:, :k].T
