# The bias is forgotten.
def forward_all(X, w, b):
    return 1 / (1 + np.exp(-(X @ w)))
