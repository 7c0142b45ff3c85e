# Training and test rows are scaled in two ways.
def learning_curve(fit_predict, train, test, amounts, seeds):
    (X, y), (X_test, y_test) = train, test
    scores = np.zeros((len(seeds), len(amounts)))
    for i, seed in enumerate(seeds):
        for j, rows in enumerate(nested_subsets(len(X), amounts, seed)):
            own, _ = standardize(X[rows], X_test)
            others, _ = standardize(X_test, X_test)
            scores[i, j] = np.mean(fit_predict(own, y[rows], others, seed) == y_test)
    return scores
