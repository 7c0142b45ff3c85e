# Symptom: a sum of exactly 0 is taken for silence.
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = int(y_i) - int(x_i @ w + b > 0)
            w, b = w + lr * error * x_i, b + lr * error
            wrong += abs(error)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
