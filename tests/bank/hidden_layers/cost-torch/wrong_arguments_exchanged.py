# First the logits, then the labels.
def cost_torch(Z2, y):
    return binary_cross_entropy_with_logits(y, Z2)
