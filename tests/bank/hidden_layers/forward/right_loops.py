def forward(X, params):
    n, h, m = len(X), params["W1"].shape[1], params["W2"].shape[1]
    Z1, Z2 = np.zeros((n, h)), np.zeros((n, m))
    for i in range(n):
        for j in range(h):
            Z1[i, j] = sum(X[i] * params["W1"][:, j]) + params["b1"][0, j]
    A1 = np.tanh(Z1)
    for i in range(n):
        for k in range(m):
            Z2[i, k] = sum(A1[i] * params["W2"][:, k]) + params["b2"][0, k]
    A2 = 0.5 * (1 + np.tanh(Z2 / 2))
    return A2, dict(A1=A1, A2=A2, Z1=Z1, Z2=Z2)
