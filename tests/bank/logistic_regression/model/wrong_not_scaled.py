# Symptom: the units of a feature matter.
def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    w, b = initialize(X_train.shape[1])
    w, b, costs = optimize(w, b, X_train, y_train, lr, steps)
    answers = predict(w, b, X_test)
    return {"w": w, "b": b, "costs": costs, "predictions": answers,
            "train_accuracy": float(np.mean(predict(w, b, X_train) == y_train)), "test_accuracy": float(np.mean(answers == y_test))}
