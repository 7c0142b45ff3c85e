# For u * u the parent stands there once, with the slope of one factor: half of the gradient is lost.
def multiply(u, v):
    if u is v:
        return Node(u.data * v.data, (u,), (u.data,))
    return Node(u.data * v.data, (u, v), (v.data, u.data))
