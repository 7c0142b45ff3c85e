def one_run(fit_predict, train, test, rows, seed):
    """Scaled pixel by pixel, with a spread of 1 where there is none."""
    own = train[0][rows]
    mean, spread = own.mean(axis=0), own.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    predicted = fit_predict((own - mean) / spread, train[1][rows], (test[0] - mean) / spread, seed)
    return float(np.mean(np.asarray(predicted) == test[1]))


def learning_curve(fit_predict, train, test, amounts, seeds):
    runs = [[one_run(fit_predict, train, test, rows, seed) for rows in nested_subsets(len(train[1]), amounts, seed)] for seed in seeds]
    return np.array(runs, dtype=np.float32)
