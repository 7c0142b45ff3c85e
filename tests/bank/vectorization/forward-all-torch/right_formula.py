def forward_all_torch(X, w, b):
    return 1 / (1 + torch.exp(-(X @ w + b)))
