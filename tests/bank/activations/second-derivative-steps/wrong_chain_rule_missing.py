# Symptom: the derivative of sigma**2 lacks its factor slope.
def second_derivative_steps():
    return ["slope - 2*sigma", "slope*(1 - 2*sigma)", "(sigma - sigma**2)*(1 - 2*sigma)"]
