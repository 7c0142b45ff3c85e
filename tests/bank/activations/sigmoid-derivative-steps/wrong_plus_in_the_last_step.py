# Symptom: the last step does not equal the one before.
def sigmoid_derivative_steps():
    return [
        "-(1 + exp(-x))**-2 * (-exp(-x))",
        "exp(-x)/(1 + exp(-x))**2",
        "sigma*exp(-x)/(1 + exp(-x))",
        "sigma*(1 + sigma)",
    ]
