# Symptom: an error when the last case never occurs.
def confusion_matrix(y, predicted):
    if np.shape(y) != np.shape(predicted):
        raise ValueError
    return np.bincount((2 * y + predicted).astype(int)).reshape(2, 2)
