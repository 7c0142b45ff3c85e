# The gradient of the node above is left out: right for one link, wrong for two.
def backpropagate(node):
    order = topological_order(node)
    for each in order:
        each.grad = 0.0
    node.grad = 1.0
    for each in reversed(order):
        for parent, slope in zip(each.parents, each.local):
            parent.grad += slope
