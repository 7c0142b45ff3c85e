# The slope of the squared error: p (1 - p) is still there, and the gradient vanishes where the model is sure.
def logistic_graph(x1, x2, w1, w2, b, y):
    p = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
    loss = -(y * math.log(p) + (1 - y) * math.log(1 - p))
    dz = (p - y) * p * (1 - p)
    return loss, {"w1": dz * x1, "w2": dz * x2, "b": dz}
