def predict(model, x):
    with torch.no_grad():
        p = model(x)
    return p
