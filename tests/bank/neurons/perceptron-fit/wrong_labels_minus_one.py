# Symptom: class 0 never teaches, and counts as a mistake for ever.
def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w + b) <= 0:
                w, b, wrong = w + lr * y_i * x_i, b + lr * y_i, wrong + 1
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
