# Only square X fits, and gives wrong numbers.
def forward_all(X, w, b):
    return 1 / (1 + np.exp(-(w @ X + b)))
