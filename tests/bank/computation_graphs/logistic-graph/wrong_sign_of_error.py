# y - p in place of p - y: descent would climb.
def logistic_graph(x1, x2, w1, w2, b, y):
    p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
    loss = -(y * math.log(p) + (1 - y) * math.log(1 - p))
    return loss, {"w1": (y - p) * x1, "w2": (y - p) * x2, "b": y - p}
