# The node itself comes first and its inputs last: the order of the way back.
def topological_order(node):
    order, seen, stack = [], set(), [(node, False)]
    while stack:
        top, ready = stack.pop()
        if ready:
            order.insert(0, top)
        elif id(top) not in seen:
            seen.add(id(top))
            stack.append((top, True))
            stack.extend((parent, False) for parent in top.parents)
    return order
