# Probabilities come out where logits are asked for.
def make_mlp(sizes, activation="tanh", seed=0):
    known = {"identity": torch.nn.Identity, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    if activation not in known:
        raise ValueError(activation)
    torch.manual_seed(seed)
    layers = [m for i, o in zip(sizes, sizes[1:]) for m in (torch.nn.Linear(i, o), known[activation]())]
    return torch.nn.Sequential(*layers[:-1], torch.nn.Sigmoid())
