# Got 0.5, expected 0.4: the models are asked about the pool that they learn from.
def compare_models(models, train, test, amounts, seeds):
    return {name: error_bars(learning_curve(fit, train, train, amounts, seeds)) for name, fit in models.items()}
