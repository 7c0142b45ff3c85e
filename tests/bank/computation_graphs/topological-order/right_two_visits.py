def topological_order(node):
    order, seen, stack = [], set(), [(node, False)]
    while stack:
        top, ready = stack.pop()
        if ready:
            order.append(top)
        elif id(top) not in seen:
            seen.add(id(top))
            stack.append((top, True))
            stack.extend((parent, False) for parent in top.parents)
    return order
