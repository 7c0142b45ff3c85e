def model_torch(X_train, X_test, y_train, y_test, lr=0.3, steps=300):
    mean, spread = X_train.mean(dim=0), X_train.std(dim=0, unbiased=False)
    spread[spread == 0] = 1.0
    A, B = (X_train - mean) / spread, (X_test - mean) / spread
    layer = torch.nn.Linear(A.shape[1], 1)
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimiser, costs = torch.optim.SGD(layer.parameters(), lr=lr), []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(layer(A)[:, 0], y_train)
        loss.backward()
        optimiser.step()
        costs.append(loss.item())
    with torch.no_grad():
        answers, known = (layer(B)[:, 0] >= 0).long(), (layer(A)[:, 0] >= 0).long()
    return {
        "w": layer.weight.detach()[0].clone(),
        "b": layer.bias.detach()[0].clone(),
        "costs": costs,
        "predictions": answers,
        "train_accuracy": float((known == y_train).double().mean()),
        "test_accuracy": float((answers == y_test).double().mean()),
    }
