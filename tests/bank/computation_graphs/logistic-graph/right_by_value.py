def logistic_graph(x1, x2, w1, w2, b, y):
    w1, w2, b = Value(w1), Value(w2), Value(b)
    p = (w1 * x1 + w2 * x2 + b).sigmoid()
    loss = log(p) * -1.0 if y else log(p * -1.0 + 1.0) * -1.0
    loss.backward()
    return loss.data, {"w1": w1.grad, "w2": w2.grad, "b": b.grad}
