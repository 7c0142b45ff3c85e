# Symptom: all visible checks pass; later mistakes count for more than the first ones.
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(perceptron(x_i, w, b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr * (1 + len(errors)))
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
