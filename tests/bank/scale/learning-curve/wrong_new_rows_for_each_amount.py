# The smaller sets do not lie inside the larger ones.
def learning_curve(fit_predict, train, test, amounts, seeds):
    (X, y), (X_test, y_test) = train, test
    scores = np.zeros((len(seeds), len(amounts)))
    for i, seed in enumerate(seeds):
        for j, amount in enumerate(amounts):
            rows = np.random.default_rng([seed, amount]).permutation(len(X))[:amount]
            own, others = standardize(X[rows], X_test)
            scores[i, j] = np.mean(fit_predict(own, y[rows], others, seed) == y_test)
    return scores
