# Symptom: the last step does not equal the one before.
def second_derivative_steps():
    return ["slope - 2*sigma*slope", "slope*(1 - 2*sigma)", "(sigma - sigma**2)*(1 - 2*sigma)", "sigma - 3*sigma**2 - 2*sigma**3"]
