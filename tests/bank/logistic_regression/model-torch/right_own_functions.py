def model_torch(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize_torch(X_train, X_test)
    w, b, costs = optimize_torch(torch.zeros(train.shape[1]), torch.tensor(0.0), train, y_train, lr, steps)
    share = {}
    for name, rows, y in (("train", train, y_train), ("test", test, y_test)):
        said = predict_torch(w, b, rows)
        share[name] = int((said == y).sum()) / len(y)
    return {"w": w, "b": b, "costs": costs, "predictions": said, "train_accuracy": share["train"], "test_accuracy": share["test"]}
