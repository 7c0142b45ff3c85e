def softmax_rows(Z):
    shifted = Z - np.max(Z, axis=1)[:, None]
    return np.exp(shifted - np.log(np.sum(np.exp(shifted), axis=1))[:, None])
