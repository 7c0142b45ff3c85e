# The loop is hidden in a function of another cell.
def forward_all(X, w, b):
    return forward_loop(X, w, b)
