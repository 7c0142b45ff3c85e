# Symptom: step 1 is the outer derivative alone.
def sigmoid_derivative_steps():
    return [
        "-1*(1 + exp(-x))**-2",
        "exp(-x)/(1 + exp(-x))**2",
        "sigma*exp(-x)/(1 + exp(-x))",
        "sigma*(1 - sigma)",
    ]
