# (n, d) * (d,) stays a table.
def forward_all_torch(X, w, b):
    return torch.sigmoid(X * w + b)
