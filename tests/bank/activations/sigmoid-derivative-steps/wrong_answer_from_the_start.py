# Symptom: all visible checks pass; four ways to write the end, and no step that leads there.
def sigmoid_derivative_steps():
    return ["sigma*(1 - sigma)", "(1 - sigma)*sigma", "sigma - sigma**2", "sigma - sigma*sigma"]
