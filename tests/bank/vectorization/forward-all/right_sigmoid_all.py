def forward_all(X, w, b):
    return sigmoid_all(X @ w + b)
