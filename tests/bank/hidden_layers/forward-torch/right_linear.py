def forward_torch(X, params):
    linear = torch.nn.functional.linear
    Z1 = linear(X, params["W1"].T, params["b1"][0])
    A1 = Z1.tanh()
    Z2 = linear(A1, params["W2"].T, params["b2"][0])
    A2 = Z2.sigmoid()
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
