# Symptom: the check says that the argument is not as it was.
def perceptron_fit(X, y, lr, max_epochs):
    mean = X.mean(axis=0)
    X -= mean
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(perceptron(x_i, w, b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b - w @ mean, errors
