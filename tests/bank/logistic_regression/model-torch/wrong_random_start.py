# Symptom: the first cost is not ln 2, and the weights differ at each call.
def model_torch(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    train, test = standardize_torch(X_train, X_test)
    w, b, costs = optimize_torch(torch.randn(train.shape[1]), torch.tensor(0.0), train, y_train, lr, steps)
    said = predict_torch(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": said,
            "train_accuracy": (predict_torch(w, b, train) == y_train).float().mean().item(),
            "test_accuracy": (said == y_test).float().mean().item()}
