# Symptom: 0.75 where 0.25 is expected: the formula of tanh.
def sigmoid_grad(z):
    return 1 - sigmoid_stable(z) ** 2
