# Symptom: sigma' cannot be read; it is called slope.
def second_derivative_steps():
    return ["sigma' - 2*sigma*sigma'", "sigma'*(1 - 2*sigma)", "(sigma - sigma**2)*(1 - 2*sigma)"]
