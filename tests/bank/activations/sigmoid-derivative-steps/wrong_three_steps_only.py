# Symptom: the check asks for four steps.
def sigmoid_derivative_steps():
    return ["exp(-x)/(1 + exp(-x))**2", "sigma*exp(-x)/(1 + exp(-x))", "sigma*(1 - sigma)"]
