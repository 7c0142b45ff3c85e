def perceptron_fit(X, y, lr, max_epochs):
    A = np.column_stack([X, np.ones(len(X))]).astype(float)
    v, errors = np.zeros(A.shape[1]), []
    for _ in range(max_epochs):
        count = 0
        for a, label in zip(A[::-1], y[::-1]):
            error = int(label) - int(a @ v >= 0)
            v = v + lr * error * a
            count += abs(error)
        errors.append(count)
        if count == 0:
            return v[:-1], v[-1], errors
    return v[:-1], v[-1], errors
