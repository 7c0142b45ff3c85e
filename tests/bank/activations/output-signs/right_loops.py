def output_signs(Z, delta, activation):
    H = activation(Z)
    signs = np.zeros(H.shape, dtype=int)
    for i in range(H.shape[0]):
        for j in range(H.shape[1]):
            slope = delta[i] * H[i, j]
            if slope > 0:
                signs[i, j] = 1
            elif slope < 0:
                signs[i, j] = -1
    return signs
