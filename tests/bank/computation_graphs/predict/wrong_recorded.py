# The forward pass is recorded: the result drags a graph along, and plotting it raises.
def predict(model, x):
    return model(x)
