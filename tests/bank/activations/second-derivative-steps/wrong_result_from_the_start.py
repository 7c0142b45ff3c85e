# Symptom: all visible checks pass; no derivative is taken in what is written.
def second_derivative_steps():
    return ["(sigma - sigma**2)*(1 - 2*sigma)", "sigma*(1 - sigma)*(1 - 2*sigma)", "sigma - 3*sigma**2 + 2*sigma**3"]
