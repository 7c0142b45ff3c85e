def smallest_flip(w, b, x):
    A = np.append(x, 1.0)[None, :]
    change = np.linalg.pinv(A) @ np.array([-(x @ w + b)])
    return change[:-1], change[-1]
