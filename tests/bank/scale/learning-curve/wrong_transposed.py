# Shape (3, 2), expected (2, 3).
def learning_curve(fit_predict, train, test, amounts, seeds):
    (X, y), (X_test, y_test) = train, test
    scores = np.zeros((len(seeds), len(amounts)))
    for i, seed in enumerate(seeds):
        for j, rows in enumerate(nested_subsets(len(X), amounts, seed)):
            own, others = standardize(X[rows], X_test)
            scores[i, j] = np.mean(fit_predict(own, y[rows], others, seed) == y_test)
    return scores.T
