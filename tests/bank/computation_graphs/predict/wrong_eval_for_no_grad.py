# model.eval() is taken for torch.no_grad(): it switches layers, and the forward pass is still recorded.
def predict(model, x):
    model.eval()
    return model(x)
