# Symptom: None comes back.
def relu_torch(z):
    torch.relu(z)
