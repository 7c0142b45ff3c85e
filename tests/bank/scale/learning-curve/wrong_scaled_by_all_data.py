# The chosen rows do not have the mean 0: training and test images together were used for scaling.
def learning_curve(fit_predict, train, test, amounts, seeds):
    (X, y), (X_test, y_test) = train, test
    scores = np.zeros((len(seeds), len(amounts)))
    for i, seed in enumerate(seeds):
        for j, rows in enumerate(nested_subsets(len(X), amounts, seed)):
            both = np.vstack([X[rows], X_test])
            scaled, _ = standardize(both, both)
            own, others = scaled[: len(rows)], scaled[len(rows) :]
            scores[i, j] = np.mean(fit_predict(own, y[rows], others, seed) == y_test)
    return scores
