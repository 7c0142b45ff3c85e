# Symptom: shares come back, and no counts.
def confusion_matrix(y, predicted):
    if np.shape(y) != np.shape(predicted):
        raise ValueError
    return np.array([[np.mean((y == i) & (predicted == j)) for j in (0, 1)] for i in (0, 1)])
