def standardize_columns(X):
    Z = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j].astype(float)
        spread = column.std()
        if spread > 0:
            Z[:, j] = (column - column.mean()) / spread
    return Z
