# The hidden activations are cut off: W1 and b1 never get a gradient.
def forward_torch(X, params):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = torch.tanh(Z1).detach()
    Z2 = A1 @ params["W2"] + params["b2"]
    A2 = torch.sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
