def learning_curve(fit_predict, train, test, amounts, seeds):
    (X, y), (X_test, y_test) = train, test
    result = np.empty((len(seeds), len(amounts)))
    for j in range(len(amounts)):
        for i in range(len(seeds)):
            rows = nested_subsets(len(X), amounts, seeds[i])[j]
            a, b = standardize(X[rows], X_test)
            result[i, j] = 1 - np.mean(fit_predict(a, y[rows], b, seeds[i]) != y_test)
    return result
