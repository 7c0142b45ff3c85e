# Symptom: the corners are exchanged.
def confusion_matrix(y, predicted):
    if np.shape(y) != np.shape(predicted):
        raise ValueError
    return np.array([[int(np.sum((y == i) & (predicted == j))) for j in (1, 0)] for i in (1, 0)])
