def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    mean, spread = X_train.mean(axis=0), X_train.std(axis=0)
    spread[spread == 0] = 1.0
    A, B = (X_train - mean) / spread, (X_test - mean) / spread
    w, b, costs = np.zeros(A.shape[1]), 0.0, []
    for _ in range(steps):
        z = A @ w + b
        costs.append(float(np.mean(np.logaddexp(0, z) - y_train * z)))
        mistake = 0.5 * (1 + np.tanh(z / 2)) - y_train
        w, b = w - lr * A.T @ mistake / len(A), b - lr * mistake.mean()
    answers = (B @ w + b >= 0) * 1
    right = [np.mean(((A @ w + b) >= 0) == y_train), np.mean(answers == y_test)]
    return dict(w=w, b=b, costs=costs, predictions=answers, train_accuracy=right[0], test_accuracy=right[1])
