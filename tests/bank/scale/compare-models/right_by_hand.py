def compare_models(models, train, test, amounts, seeds):
    results = {}
    for name, fit_predict in models.items():
        runs = np.vstack([learning_curve(fit_predict, train, test, amounts, [seed]) for seed in seeds])
        results[name] = (runs.mean(axis=0), runs.std(axis=0, ddof=1) / len(runs) ** 0.5)
    return results
