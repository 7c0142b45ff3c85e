def propagate(w, b, X, y):
    if np.shape(y) != (len(X),):
        raise ValueError("y must have the shape (m,)")
    m = len(X)
    dw, db, cost = np.zeros(len(w)), 0.0, 0.0
    for x_i, y_i in zip(X, y):
        z = float(np.sum(x_i * w) + b)
        mistake = 0.5 * (1 + float(np.tanh(z / 2))) - float(y_i)
        dw = dw + x_i * mistake / m
        db += mistake / m
        cost += float(np.logaddexp(0, z) - y_i * z) / m
    return {"dw": dw, "db": db}, cost
