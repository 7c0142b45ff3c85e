# Symptom: None comes back.
def sigmoid_torch(z):
    torch.sigmoid(z)
