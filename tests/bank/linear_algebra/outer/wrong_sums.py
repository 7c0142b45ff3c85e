# Sums of all pairs, not products.
def outer(u, v):
    return u[:, None] + v
