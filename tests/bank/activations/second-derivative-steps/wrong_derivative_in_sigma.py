# Symptom: differentiated as if sigma were x: 1 - 2*sigma.
def second_derivative_steps():
    return ["1 - 2*sigma", "slope*(1 - 2*sigma)", "(sigma - sigma**2)*(1 - 2*sigma)"]
