# Right for small graphs; a chain of some thousand nodes ends in RecursionError.
def topological_order(node):
    order, placed = [], set()

    def place(each):
        if id(each) not in placed:
            placed.add(id(each))
            for parent in each.parents:
                place(parent)
            order.append(each)

    place(node)
    return order
