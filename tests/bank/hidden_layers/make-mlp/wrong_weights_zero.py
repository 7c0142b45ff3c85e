# All hidden units are equal: the weights were set to 0.
def make_mlp(sizes, activation="tanh", seed=0):
    known = {"identity": torch.nn.Identity, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    if activation not in known:
        raise ValueError(activation)
    torch.manual_seed(seed)
    layers = [m for i, o in zip(sizes, sizes[1:]) for m in (torch.nn.Linear(i, o), known[activation]())]
    for layer in layers[::2]:
        torch.nn.init.zeros_(layer.weight)
    return torch.nn.Sequential(*layers[:-1])
