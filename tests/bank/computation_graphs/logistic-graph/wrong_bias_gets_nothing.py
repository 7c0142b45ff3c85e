# The bias has the gradient 0, as if it had an input of 0 and not of 1.
def logistic_graph(x1, x2, w1, w2, b, y):
    p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
    loss = -(y * math.log(p) + (1 - y) * math.log(1 - p))
    return loss, {"w1": (p - y) * x1, "w2": (p - y) * x2, "b": 0.0}
