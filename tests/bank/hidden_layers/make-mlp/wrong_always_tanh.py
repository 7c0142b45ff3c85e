# The activation is not looked at.
def make_mlp(sizes, activation="tanh", seed=0):
    if activation not in ("identity", "sigmoid", "tanh", "relu"):
        raise ValueError(activation)
    torch.manual_seed(seed)
    layers = [m for i, o in zip(sizes, sizes[1:]) for m in (torch.nn.Linear(i, o), torch.nn.Tanh())]
    return torch.nn.Sequential(*layers[:-1])
