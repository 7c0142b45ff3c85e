# Symptom: right at 0 only: 4 times the slope of the sigmoid at z, not at 2z.
def tanh_grad(z):
    return 4 * sigmoid_grad(z)
