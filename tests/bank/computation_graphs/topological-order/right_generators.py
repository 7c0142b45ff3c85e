def topological_order(node):
    order, placed = [], {node}
    stack = [(node, iter(node.parents))]
    while stack:
        top, parents = stack[-1]
        for parent in parents:
            if parent not in placed:
                placed.add(parent)
                stack.append((parent, iter(parent.parents)))
                break
        else:
            order.append(top)
            stack.pop()
    return order
