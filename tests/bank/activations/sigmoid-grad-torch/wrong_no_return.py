# Symptom: None comes back.
def sigmoid_grad_torch(z):
    s = torch.sigmoid(z)
    print(s * (1 - s))
