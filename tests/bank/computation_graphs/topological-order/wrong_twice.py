# No memory of what was placed: a node that is used twice comes twice.
def topological_order(node):
    order, stack = [], [node]
    while stack:
        each = stack.pop()
        order.append(each)
        stack.extend(each.parents)
        if len(order) > 10_000:
            break
    return order[::-1]
