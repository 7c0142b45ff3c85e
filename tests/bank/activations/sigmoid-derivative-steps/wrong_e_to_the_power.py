# Symptom: the name e is not allowed.
def sigmoid_derivative_steps():
    return ["e**(-x)/(1 + e**(-x))**2", "sigma*e**(-x)/(1 + e**(-x))", "sigma*(1 - sigma)"]
