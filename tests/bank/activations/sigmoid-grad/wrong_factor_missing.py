# Symptom: 0.5 where 0.25 is expected: 1 - s alone.
def sigmoid_grad(z):
    return 1 - sigmoid_stable(z)
