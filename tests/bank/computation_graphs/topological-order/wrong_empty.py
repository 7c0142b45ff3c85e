# Nothing is collected: a loop over this list does nothing, and nobody complains.
def topological_order(node):
    return []
