def even_odd(X, y, seed):
    model = make_mlp([64, 32, 16, 1], "relu", seed)
    train_mlp(model, X, y, 0.3, 500)
    return model
