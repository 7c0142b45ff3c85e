# Symptom: mistakes that one step mends are not counted, so it may stop too early.
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            w, b = perceptron_update(w, b, x_i, y_i, lr)
            wrong += int(perceptron(x_i, w, b) != y_i)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
