# One name came back: the dict is made anew in each turn.
def compare_models(models, train, test, amounts, seeds):
    for name, fit_predict in models.items():
        results = {}
        results[name] = error_bars(learning_curve(fit_predict, train, test, amounts, seeds))
    return results
