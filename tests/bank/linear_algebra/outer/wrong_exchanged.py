# Rows and columns exchanged.
def outer(u, v):
    return v[:, None] * u
