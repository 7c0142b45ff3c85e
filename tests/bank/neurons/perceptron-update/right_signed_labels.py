def perceptron_update(w, b, x, y, lr):
    sign = 2 * y - 1
    z = w @ x + b
    wrong = (z < 0) if sign == 1 else (z >= 0)
    return (w + lr * sign * x, b + lr * sign) if wrong else (w.copy(), b)
