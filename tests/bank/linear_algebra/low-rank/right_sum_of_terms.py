def low_rank(image, k):
    U, s, Vt = np.linalg.svd(image)
    result = np.zeros(image.shape)
    for i in range(min(k, len(s))):
        result += s[i] * np.outer(U[:, i], Vt[i])
    return result
