# Symptom: -0.4621 where -0.7616 is expected.
def tanh(z):
    return 2 * sigmoid_stable(z) - 1
