# Each parent gets its own number as local derivative, not the other one's.
def multiply(u, v):
    return Node(u.data * v.data, (u, v), (u.data, v.data))
