# A misspelt activation gives a linear network, in silence.
def make_mlp(sizes, activation="tanh", seed=0):
    known = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    torch.manual_seed(seed)
    layers = [m for i, o in zip(sizes, sizes[1:]) for m in (torch.nn.Linear(i, o), known.get(activation, torch.nn.Identity)())]
    return torch.nn.Sequential(*layers[:-1])
