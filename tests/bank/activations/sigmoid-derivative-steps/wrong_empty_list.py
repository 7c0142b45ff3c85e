# Symptom: no step at all.
def sigmoid_derivative_steps():
    return []
