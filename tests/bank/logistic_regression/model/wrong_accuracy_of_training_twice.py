# Symptom: the test accuracy is that of the training.
def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize(X_train, X_test)
    w, b = initialize(train.shape[1])
    w, b, costs = optimize(w, b, train, y_train, lr, steps)
    share = float(np.mean(predict(w, b, train) == y_train))
    return {"w": w, "b": b, "costs": costs, "predictions": predict(w, b, test), "train_accuracy": share, "test_accuracy": share}
