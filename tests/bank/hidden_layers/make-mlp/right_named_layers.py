from collections import OrderedDict


def make_mlp(sizes, activation="tanh", seed=0):
    if activation not in ("identity", "sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    torch.manual_seed(seed)
    layers, last = OrderedDict(), len(sizes) - 2
    for k in range(last + 1):
        layers[f"layer{k}"] = torch.nn.Linear(sizes[k], sizes[k + 1])
        if k < last and activation != "identity":
            layers[f"bend{k}"] = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}[activation]()
    return torch.nn.Sequential(layers)
