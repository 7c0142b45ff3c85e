# Symptom: a power is written **.
def sigmoid_derivative_steps():
    return ["exp(-x)/(1 + exp(-x))^2", "sigma*exp(-x)/(1 + exp(-x))", "sigma - sigma^2", "sigma*(1 - sigma)"]
