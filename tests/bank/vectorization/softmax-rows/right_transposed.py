def softmax_rows(Z):
    E = np.exp((Z.T - Z.max(axis=1)).T)
    return (E.T / E.sum(axis=1)).T
