# Rounds to 0 and 1: the probability is lost.
def predict(model, x):
    with torch.no_grad():
        return (model(x) > 0.5).float()
