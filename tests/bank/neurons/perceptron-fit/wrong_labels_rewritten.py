# Symptom: all visible results are right; the caller's labels become -1 and 1.
def perceptron_fit(X, y, lr, max_epochs):
    y[y == 0] = -1
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            answer = 1 if x_i @ w + b >= 0 else -1
            if answer != y_i:
                w, b, wrong = w + lr * y_i * x_i, b + lr * y_i, wrong + 1
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
