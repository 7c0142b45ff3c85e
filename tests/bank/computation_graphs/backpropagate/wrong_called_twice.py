# Old gradients are not set back: a second backward pass adds to the first.
def backpropagate(node):
    node.grad = 1.0
    for each in reversed(topological_order(node)):
        for parent, slope in zip(each.parents, each.local):
            parent.grad += slope * each.grad
