# Symptom: the check says that the argument is not as it was.
def sigmoid_grad_torch(z):
    s = z.sigmoid_()
    return s * (1 - s)
