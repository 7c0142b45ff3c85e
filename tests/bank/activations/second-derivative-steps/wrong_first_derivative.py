# Symptom: the first step is sigma - sigma**2 itself, not its derivative.
def second_derivative_steps():
    return ["sigma - sigma**2", "sigma*(1 - sigma)", "slope"]
