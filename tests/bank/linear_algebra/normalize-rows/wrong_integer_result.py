# The result is written into an array of X's integer type: fractions are cut off.
def normalize_rows(X):
    result = np.zeros_like(X)
    for i, row in enumerate(X):
        length = np.linalg.norm(row)
        if length > 0:
            result[i] = row / length
    return result
