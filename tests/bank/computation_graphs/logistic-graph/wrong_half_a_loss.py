# Only the first logarithm: for label 0 the loss is always 0.
def logistic_graph(x1, x2, w1, w2, b, y):
    p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
    return -y * math.log(p), {"w1": (p - y) * x1, "w2": (p - y) * x2, "b": p - y}
