# Sends each contribution down by a call: right in small graphs, and a deep one ends in RecursionError.
def backpropagate(node):
    for each in topological_order(node):
        each.grad = 0.0

    def send(each, amount):
        each.grad += amount
        for parent, slope in zip(each.parents, each.local):
            send(parent, slope * amount)

    send(node, 1.0)
