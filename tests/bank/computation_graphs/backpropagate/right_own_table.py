def backpropagate(node):
    """Gradients are collected in a dict and written into the nodes at the end; no topological_order needed."""
    uses, found, todo = {id(node): 0}, [node], [node]
    while todo:
        for parent in todo.pop().parents:
            if id(parent) not in uses:
                uses[id(parent)] = 0
                found.append(parent)
                todo.append(parent)
            uses[id(parent)] += 1
    grads = dict.fromkeys(map(id, found), 0.0)
    grads[id(node)] = 1.0
    free = [node]
    while free:
        each = free.pop()
        for parent, slope in zip(each.parents, each.local):
            grads[id(parent)] += slope * grads[id(each)]
            uses[id(parent)] -= 1
            if not uses[id(parent)]:
                free.append(parent)
    for each in found:
        each.grad = grads[id(each)]
