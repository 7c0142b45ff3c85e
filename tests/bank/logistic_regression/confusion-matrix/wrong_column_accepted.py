# Symptom: a column meets a vector, and every label is compared with every answer.
def confusion_matrix(y, predicted):
    return np.array([[int(np.sum((y == i) & (predicted == j))) for j in (0, 1)] for i in (0, 1)])
