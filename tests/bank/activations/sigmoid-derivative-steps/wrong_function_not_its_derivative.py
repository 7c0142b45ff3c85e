# Symptom: the first step is the sigmoid itself.
def sigmoid_derivative_steps():
    return ["(1 + exp(-x))**-1", "1/(1 + exp(-x))", "exp(x)/(exp(x) + 1)", "sigma"]
