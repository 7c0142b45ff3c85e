# The end of the graph has the gradient 0, so all that comes back is 0.
def backpropagate(node):
    order = topological_order(node)
    for each in order:
        each.grad = 0.0
    for each in reversed(order):
        for parent, slope in zip(each.parents, each.local):
            parent.grad += slope * each.grad
