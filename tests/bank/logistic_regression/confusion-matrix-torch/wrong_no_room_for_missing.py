# Symptom: an error when the last case never occurs.
def confusion_matrix_torch(y, predicted):
    if y.shape != predicted.shape:
        raise ValueError
    return torch.bincount((2 * y + predicted).long()).reshape(2, 2)
