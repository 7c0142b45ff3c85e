# The slope is taken at the result: 1 / ln u.
def log(u):
    y = math.log(u.data)
    return Value(y, (u,), (1 / y if y else 1.0,))
