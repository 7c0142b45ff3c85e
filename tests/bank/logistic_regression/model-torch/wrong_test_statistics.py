# Symptom: the test rows are scaled by their own numbers.
def model_torch(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize_torch(X_train, X_train)[0], standardize_torch(X_test, X_test)[0]
    w, b, costs = optimize_torch(*initialize_torch(train.shape[1]), train, y_train, lr, steps)
    said = predict_torch(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": said,
            "train_accuracy": (predict_torch(w, b, train) == y_train).float().mean().item(),
            "test_accuracy": (said == y_test).float().mean().item()}
