# Symptom: it goes on until there is no mistake; on XOR it would never end.
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    wrong = 1
    while wrong:
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(perceptron(x_i, w, b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        errors.append(wrong)
    return w, b, errors
