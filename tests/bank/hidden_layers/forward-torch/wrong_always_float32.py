# float64 weights come back as float32.
def forward_torch(X, params):
    p = {k: v.float() for k, v in params.items()}
    Z1 = X.float() @ p["W1"] + p["b1"]
    A1 = torch.tanh(Z1)
    Z2 = A1 @ p["W2"] + p["b2"]
    A2 = torch.sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
