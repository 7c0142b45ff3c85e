# Symptom: 0.5 where 0 is expected.
def tanh(z):
    return sigmoid_stable(z)
