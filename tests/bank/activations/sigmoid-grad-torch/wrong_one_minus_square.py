# Symptom: 0.75 where 0.25 is expected: the formula of tanh.
def sigmoid_grad_torch(z):
    return 1 - torch.sigmoid(z) ** 2
