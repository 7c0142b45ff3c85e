# The smallest singular values were kept.
def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image, full_matrices=False)
    m = max(len(s) - k, 0)
    return (U[:, m:] * s[m:]) @ Vt[m:]
