def tanh_torch(z):
    s = sigmoid_stable_torch(z + z)
    return s - (1 - s)
