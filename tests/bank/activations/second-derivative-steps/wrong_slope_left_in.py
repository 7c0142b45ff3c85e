# Symptom: all visible checks pass; the last step still holds slope.
def second_derivative_steps():
    return ["slope - 2*sigma*slope", "slope - sigma*slope - sigma*slope", "slope*(1 - 2*sigma)"]
