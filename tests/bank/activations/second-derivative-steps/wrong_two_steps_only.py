# Symptom: the check asks for three steps.
def second_derivative_steps():
    return ["slope*(1 - 2*sigma)", "(sigma - sigma**2)*(1 - 2*sigma)"]
