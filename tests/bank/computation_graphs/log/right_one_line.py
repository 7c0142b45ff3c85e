def log(u):
    return Value(math.log(u.data), (u,), (1 / u.data,))
