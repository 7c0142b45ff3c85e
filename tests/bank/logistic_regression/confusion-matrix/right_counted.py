def confusion_matrix(y, predicted):
    if np.shape(y) != np.shape(predicted):
        raise ValueError("shapes differ")
    table = np.zeros((2, 2), dtype=int)
    for truth, answer in zip(y, predicted):
        table[int(truth), int(answer)] += 1
    return table
