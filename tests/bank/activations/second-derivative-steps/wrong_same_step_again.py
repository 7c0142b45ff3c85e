# Symptom: the check counts two steps: one that is written with other spaces is no new one.
def second_derivative_steps():
    return ["slope*(1 - 2*sigma)", "slope * (1 - 2*sigma)", "slope*(1-2*sigma)", "(sigma - sigma**2)*(1 - 2*sigma)"]
