# Symptom: step 1 has the opposite sign: the derivative of exp(-x) is -exp(-x).
def sigmoid_derivative_steps():
    return [
        "-1*(1 + exp(-x))**-2*exp(-x)",
        "exp(-x)/(1 + exp(-x))**2",
        "sigma*exp(-x)/(1 + exp(-x))",
        "sigma*(1 - sigma)",
    ]
