def forward_torch(X, params):
    Z1 = torch.addmm(params["b1"], X, params["W1"])
    A1 = 2 * torch.sigmoid(2 * Z1) - 1
    Z2 = torch.addmm(params["b2"], A1, params["W2"])
    A2 = 0.5 * (1 + torch.tanh(Z2 / 2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
