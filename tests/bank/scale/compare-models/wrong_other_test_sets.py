# Each model is asked about other test images.
def compare_models(models, train, test, amounts, seeds):
    results = {}
    for place, (name, fit_predict) in enumerate(models.items()):
        rows = np.random.default_rng(place).choice(len(test[1]), len(test[1]))
        own = (test[0][rows], test[1][rows])
        results[name] = error_bars(learning_curve(fit_predict, train, own, amounts, seeds))
    return results
