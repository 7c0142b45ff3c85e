# The bias is forgotten.
def forward_all_torch(X, w, b):
    return torch.sigmoid(X @ w)
