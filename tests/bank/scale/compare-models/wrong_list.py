# A list came back, and the names are lost.
def compare_models(models, train, test, amounts, seeds):
    return [error_bars(learning_curve(fit, train, test, amounts, seeds)) for fit in models.values()]
