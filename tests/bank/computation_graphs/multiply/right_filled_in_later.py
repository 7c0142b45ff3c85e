def multiply(u, v):
    """The node u * v."""
    node = Node(v.data * u.data)
    node.parents = [u, v]
    node.local = [v.data, u.data]
    return node
