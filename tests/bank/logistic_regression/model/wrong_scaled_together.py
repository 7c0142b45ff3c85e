# Symptom: the weights change when the test rows do.
def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    together = standardize(np.concatenate([X_train, X_test]), X_test)[0]
    train, test = together[: len(X_train)], together[len(X_train) :]
    w, b = initialize(train.shape[1])
    w, b, costs = optimize(w, b, train, y_train, lr, steps)
    answers = predict(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": answers,
            "train_accuracy": float(np.mean(predict(w, b, train) == y_train)), "test_accuracy": float(np.mean(answers == y_test))}
