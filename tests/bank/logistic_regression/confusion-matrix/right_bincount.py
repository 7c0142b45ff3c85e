def confusion_matrix(y, predicted):
    y, predicted = np.asarray(y), np.asarray(predicted)
    if y.shape != predicted.shape:
        raise ValueError("shapes differ")
    return np.bincount(2 * y.astype(int) + predicted.astype(int), minlength=4).reshape(2, 2)
