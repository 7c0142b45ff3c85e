# Symptom: the rows are scaled by torch's own standard deviation, and the weights are a little off.
def model_torch(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    mean, spread = X_train.mean(dim=0), X_train.std(dim=0)
    spread = torch.where(spread == 0, torch.ones_like(spread), spread)
    train, test = (X_train - mean) / spread, (X_test - mean) / spread
    w, b, costs = optimize_torch(*initialize_torch(train.shape[1]), train, y_train, lr, steps)
    said = predict_torch(w, b, test)
    return {"w": w, "b": b, "costs": costs, "predictions": said,
            "train_accuracy": (predict_torch(w, b, train) == y_train).float().mean().item(),
            "test_accuracy": (said == y_test).float().mean().item()}
