# = for +=: a parent that is used twice keeps only the contribution that came last.
def backpropagate(node):
    order = topological_order(node)
    for each in order:
        each.grad = 0.0
    node.grad = 1.0
    for each in reversed(order):
        for parent, slope in zip(each.parents, each.local):
            parent.grad = slope * each.grad
