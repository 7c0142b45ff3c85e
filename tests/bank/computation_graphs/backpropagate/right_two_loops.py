def backpropagate(node):
    order = topological_order(node)
    for n in order:
        n.grad = 0.0
    node.grad = 1.0
    for n in order[::-1]:
        for i in range(len(n.parents)):
            n.parents[i].grad = n.parents[i].grad + n.grad * n.local[i]
