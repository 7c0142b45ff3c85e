def smallest_flip(w, b, x):
    k = -(np.dot(w, x) + b) / (np.dot(x, x) + 1)
    return k * x, k
