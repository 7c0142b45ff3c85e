# The last local derivative is left out: every parameter gets the same gradient.
def logistic_graph(x1, x2, w1, w2, b, y):
    p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
    loss = -(y * math.log(p) + (1 - y) * math.log(1 - p))
    return loss, {"w1": p - y, "w2": p - y, "b": p - y}
