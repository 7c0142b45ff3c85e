# Each model gets seeds of its own.
def compare_models(models, train, test, amounts, seeds):
    results = {}
    for place, (name, fit_predict) in enumerate(models.items()):
        own = [seed + 10 * place for seed in seeds]
        results[name] = error_bars(learning_curve(fit_predict, train, test, amounts, own))
    return results
