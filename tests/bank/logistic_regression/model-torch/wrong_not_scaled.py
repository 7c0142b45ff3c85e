# Symptom: the units of a feature matter.
def model_torch(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    w, b, costs = optimize_torch(*initialize_torch(X_train.shape[1]), X_train, y_train, lr, steps)
    said = predict_torch(w, b, X_test)
    return {"w": w, "b": b, "costs": costs, "predictions": said,
            "train_accuracy": (predict_torch(w, b, X_train) == y_train).float().mean().item(),
            "test_accuracy": (said == y_test).float().mean().item()}
