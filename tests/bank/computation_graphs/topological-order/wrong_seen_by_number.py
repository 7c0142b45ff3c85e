# Nodes are told apart by their numbers: two nodes that hold 1.0 are taken for one.
def topological_order(node):
    order, placed, stack = [], set(), [(node, False)]
    while stack:
        top, ready = stack.pop()
        if ready:
            order.append(top)
        elif top.data not in placed:
            placed.add(top.data)
            stack.append((top, True))
            stack.extend((parent, False) for parent in top.parents)
    return order
