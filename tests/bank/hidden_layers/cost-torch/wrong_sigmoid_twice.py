# The sigmoid goes over probabilities.
def cost_torch(Z2, y):
    return binary_cross_entropy_with_logits(torch.sigmoid(Z2), y)
