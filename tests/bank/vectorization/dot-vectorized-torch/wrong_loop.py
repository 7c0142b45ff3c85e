# A loop over the elements.
def dot_vectorized_torch(u, v):
    if len(u) != len(v):
        raise ValueError('lengths differ')
    total = u.new_zeros(())
    for a, b in zip(u, v):
        total = total + a * b
    return total
