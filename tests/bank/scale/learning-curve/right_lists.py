def learning_curve(fit_predict, train, test, amounts, seeds):
    X, y = train
    X_test, y_test = test
    table = []
    for seed in seeds:
        row = []
        for rows in nested_subsets(len(y), amounts, seed):
            own, others = standardize(X[rows], X_test)
            predicted = np.asarray(fit_predict(own, y[rows], others, seed))
            row.append((predicted == y_test).sum() / len(y_test))
        table.append(row)
    return np.array(table)
