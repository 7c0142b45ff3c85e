# Each node hands on as soon as it gets something: in a diamond the first part is handed on twice.
def backpropagate(node):
    for each in topological_order(node):
        each.grad = 0.0
    node.grad = 1.0
    stack = [node]
    while stack:
        each = stack.pop()
        for parent, slope in zip(each.parents, each.local):
            parent.grad += slope * each.grad
            if len(stack) < 5000:
                stack.append(parent)
