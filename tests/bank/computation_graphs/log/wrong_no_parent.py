# A Value without parents: no gradient gets through.
def log(u):
    return Value(math.log(u.data))
