# Symptom: step 1 keeps the power -1, where the derivative has -2.
def sigmoid_derivative_steps():
    return [
        "-1*(1 + exp(-x))**-1*(-exp(-x))",
        "exp(-x)/(1 + exp(-x))",
        "sigma*exp(-x)",
        "1 - sigma",
    ]
