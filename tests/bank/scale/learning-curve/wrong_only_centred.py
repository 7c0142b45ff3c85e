# The chosen rows do not have a spread of about 1.
def learning_curve(fit_predict, train, test, amounts, seeds):
    (X, y), (X_test, y_test) = train, test
    scores = np.zeros((len(seeds), len(amounts)))
    for i, seed in enumerate(seeds):
        for j, rows in enumerate(nested_subsets(len(X), amounts, seed)):
            mean = X[rows].mean(axis=0)
            own, others = X[rows] - mean, X_test - mean
            scores[i, j] = np.mean(fit_predict(own, y[rows], others, seed) == y_test)
    return scores
