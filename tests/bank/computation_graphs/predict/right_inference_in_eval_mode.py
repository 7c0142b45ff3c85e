@torch.no_grad()
def predict(model, x):
    was_training = model.training
    model.eval()
    p = model(x).clone()
    model.train(was_training)
    return p
