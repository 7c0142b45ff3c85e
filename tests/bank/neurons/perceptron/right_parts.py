def perceptron(x, w, b):
    return step(weighted_sum(x, w, b))
