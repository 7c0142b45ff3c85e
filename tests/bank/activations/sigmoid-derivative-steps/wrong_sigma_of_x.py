# Symptom: sigma is called like a function.
def sigmoid_derivative_steps():
    return [
        "exp(-x)/(1 + exp(-x))**2",
        "sigma(x)*exp(-x)/(1 + exp(-x))",
        "sigma(x)*(1 - 1/(1 + exp(-x)))",
        "sigma(x)*(1 - sigma(x))",
    ]
