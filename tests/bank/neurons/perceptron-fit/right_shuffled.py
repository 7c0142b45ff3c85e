def perceptron_fit(X, y, lr, max_epochs):
    random = np.random.default_rng()
    w, b, errors = np.zeros(X.shape[1]), 0.0, []
    while len(errors) < max_epochs and (not errors or errors[-1] > 0):
        errors.append(0)
        for i in random.permutation(len(X)):
            new_w, new_b = perceptron_update(w, b, X[i], y[i], lr)
            errors[-1] += int(new_b != b)
            w, b = new_w, new_b
    return w, b, errors
