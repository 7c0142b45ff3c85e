dot_vectorized = np.dot
