# A node is placed before its parents are known, and the list is turned round: wrong in a diamond with sides of
# different length.
def topological_order(node):
    order, seen, stack = [], set(), [node]
    while stack:
        each = stack.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        order.append(each)
        stack.extend(each.parents)
    return order[::-1]
