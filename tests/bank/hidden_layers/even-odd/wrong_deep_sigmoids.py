# The gradient hardly reaches the front: the cost stays at 0.69.
def even_odd(X, y, seed):
    model = make_mlp([64, 32, 16, 8, 1], "sigmoid", seed)
    train_mlp(model, X, y, 0.5, 200)
    return model
