def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize(X_train, X_test)
    result = dict(zip(("w", "b", "costs"), optimize(*initialize(np.shape(X_train)[1]), train, y_train, lr, steps)))
    said = predict(result["w"], result["b"], np.concatenate([test, train]))
    k = len(test)
    result["predictions"] = said[:k]
    result["test_accuracy"] = 1 - np.abs(said[:k] - y_test).mean()
    result["train_accuracy"] = 1 - np.abs(said[k:] - y_train).mean()
    return result
