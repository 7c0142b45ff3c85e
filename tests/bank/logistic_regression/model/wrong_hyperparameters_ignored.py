# Symptom: lr and steps of the caller change nothing.
def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize(X_train, X_test)
    w, b = initialize(train.shape[1])
    w, b, costs = optimize(w, b, train, y_train, 0.3, 300)
    answers = predict(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": answers,
            "train_accuracy": float(np.mean(predict(w, b, train) == y_train)), "test_accuracy": float(np.mean(answers == y_test))}
