# Symptom: all visible checks pass; the last step still holds exp.
def sigmoid_derivative_steps():
    return [
        "-(1 + exp(-x))**-2 * (-exp(-x))",
        "exp(-x)/(1 + exp(-x))**2",
        "1/(1 + exp(-x)) * exp(-x)/(1 + exp(-x))",
        "sigma*exp(-x)/(1 + exp(-x))",
    ]
