# Symptom: step 1 has a plus where the minus stands.
def second_derivative_steps():
    return ["slope + 2*sigma*slope", "slope*(1 + 2*sigma)", "(sigma - sigma**2)*(1 + 2*sigma)"]
