# Got 0.2, expected 0.1155: the standard deviation.
def compare_models(models, train, test, amounts, seeds):
    results = {}
    for name, fit_predict in models.items():
        scores = learning_curve(fit_predict, train, test, amounts, seeds)
        results[name] = (scores.mean(axis=0), scores.std(axis=0, ddof=1))
    return results
