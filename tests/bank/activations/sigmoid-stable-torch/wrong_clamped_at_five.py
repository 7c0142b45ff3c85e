# Symptom: sigmoid(-1000) comes out as 0.0067.
def sigmoid_stable_torch(z):
    return 1 / (1 + torch.exp(-torch.clamp(z, -5, 5)))
