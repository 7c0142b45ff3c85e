# Got 0.2, expected 0.4: the first seed.
def compare_models(models, train, test, amounts, seeds):
    results = {}
    for name, fit_predict in models.items():
        scores = learning_curve(fit_predict, train, test, amounts, seeds)
        results[name] = (scores[0], error_bars(scores)[1])
    return results
