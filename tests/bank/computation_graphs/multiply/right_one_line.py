def multiply(u, v):
    return Node(u.data * v.data, (u, v), (v.data, u.data))
