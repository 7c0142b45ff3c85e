def sigmoid_torch(z):
    return z.neg().exp().add(1).reciprocal()
