def compare_models(models, train, test, amounts, seeds):
    results = {}
    for name in models:
        scores = learning_curve(models[name], train, test, amounts, seeds)
        results[name] = error_bars(scores)
    return results
