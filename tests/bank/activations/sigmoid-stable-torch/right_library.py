def sigmoid_stable_torch(z):
    return z.sigmoid()
