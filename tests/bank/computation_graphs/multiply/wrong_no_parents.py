# The number is right, and the node does not know where it came from: no gradient gets through.
def multiply(u, v):
    return Node(u.data * v.data)
