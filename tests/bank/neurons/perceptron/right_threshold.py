def perceptron(x, w, b):
    return step(weighted_sum(x, w, 0.0), threshold=-b)
