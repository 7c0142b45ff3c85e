def perceptron_fit(X, y, lr, max_epochs):
    w, b, errors = np.zeros(X.shape[1], dtype=np.float32), np.float32(0), []
    for _ in range(max_epochs):
        wrong = 0
        for x_i, y_i in zip(X.astype(np.float32), y):
            error = int(y_i) - int(x_i @ w + b >= 0)
            w, b, wrong = w + np.float32(lr * error) * x_i, b + np.float32(lr * error), wrong + abs(error)
        errors.append(wrong)
        if wrong == 0:
            break
    return w, b, errors
