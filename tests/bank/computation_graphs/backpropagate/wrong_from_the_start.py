# Symptom: d has the gradient 0 where 16 is expected.
def backpropagate(node):
    order = topological_order(node)
    for each in order:
        each.grad = 0.0
    node.grad = 1.0
    for each in order:
        for parent, slope in zip(each.parents, each.local):
            parent.grad += slope * each.grad
