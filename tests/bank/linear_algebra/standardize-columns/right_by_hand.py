def standardize_columns(X):
    centred = X - X.mean(axis=0, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=0))
    spread[spread == 0] = 1
    return centred / spread
