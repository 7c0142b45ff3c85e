# Symptom: the learner has seen the test rows and their labels.
def model(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize(X_train, X_test)
    w, b = initialize(train.shape[1])
    w, b, costs = optimize(w, b, np.concatenate([train, test]), np.concatenate([y_train, y_test]), lr, steps)
    answers = predict(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": answers,
            "train_accuracy": float(np.mean(predict(w, b, train) == y_train)), "test_accuracy": float(np.mean(answers == y_test))}
