def topological_order(node):
    """Kahn's algorithm, from the end: a node may go when all that use it have gone."""
    uses, found, todo = {id(node): 0}, {id(node): node}, [node]
    while todo:
        for parent in todo.pop().parents:
            if id(parent) not in found:
                found[id(parent)] = parent
                uses[id(parent)] = 0
                todo.append(parent)
            uses[id(parent)] += 1
    free, backwards = [node], []
    while free:
        each = free.pop(0)
        backwards.append(each)
        for parent in each.parents:
            uses[id(parent)] -= 1
            if uses[id(parent)] == 0:
                free.append(parent)
    return backwards[::-1]
