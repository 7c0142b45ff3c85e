# Symptom: the check says that the argument is not as it was.
def sigmoid_torch(z):
    z.neg_()
    return 1 / (1 + torch.exp(z))
