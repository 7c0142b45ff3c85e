# Symptom: misses and false alarms are exchanged.
def confusion_matrix(y, predicted):
    if np.shape(y) != np.shape(predicted):
        raise ValueError
    return np.array([[int(np.sum((y == i) & (predicted == j))) for i in (0, 1)] for j in (0, 1)])
