def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image.astype(float), full_matrices=False)
    s[k:] = 0
    return U @ np.diag(s) @ Vt
