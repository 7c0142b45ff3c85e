# Symptom: the test rows are scaled by their own numbers.
def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize(X_train, X_train)[0], standardize(X_test, X_test)[0]
    w, b = initialize(train.shape[1])
    w, b, costs = optimize(w, b, train, y_train, lr, steps)
    answers = predict(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": answers,
            "train_accuracy": float(np.mean(predict(w, b, train) == y_train)), "test_accuracy": float(np.mean(answers == y_test))}
