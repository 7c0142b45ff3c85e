def logistic_graph(x1, x2, w1, w2, b, y):
    """Every node on its own, in NumPy, with the loss from the logits."""
    z = np.dot([w1, w2], [x1, x2]) + b
    p = 1 / (1 + np.exp(-z))
    loss = np.logaddexp(0, z) - y * z
    dp = -y / p + (1 - y) / (1 - p)
    dz = dp * p * (1 - p)
    return float(loss), {name: float(dz * local) for name, local in {"b": 1.0, "w2": x2, "w1": x1}.items()}
