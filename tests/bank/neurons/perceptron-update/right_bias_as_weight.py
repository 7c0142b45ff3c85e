def perceptron_update(w, b, x, y, lr):
    weights, inputs = np.append(w, b).astype(float), np.append(x, 1.0)
    weights += lr * (y - int(weights @ inputs >= 0)) * inputs
    return weights[:-1], weights[-1]
