# Symptom: misses and false alarms are exchanged.
def confusion_matrix_torch(y, predicted):
    if y.shape != predicted.shape:
        raise ValueError
    return torch.bincount((y + 2 * predicted).long(), minlength=4).reshape(2, 2)
