# The cost stays at 0.69.
def even_odd(X, y, seed):
    return make_mlp([64, 32, 16, 1], "relu", seed)
