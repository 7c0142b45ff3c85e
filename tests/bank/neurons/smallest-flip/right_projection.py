def smallest_flip(w, b, x):
    along = np.append(np.asarray(x, dtype=float), 1.0)
    change = -(np.append(w, b) @ along) * along / np.linalg.norm(along) ** 2
    return change[:-1], float(change[-1])
