# The gradient is cut off.
def forward_all_torch(X, w, b):
    return torch.sigmoid(X @ w + b).detach()
