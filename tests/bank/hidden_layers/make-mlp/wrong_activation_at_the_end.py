# The logits are bent too: ReLU never says no.
def make_mlp(sizes, activation="tanh", seed=0):
    known = {"identity": torch.nn.Identity, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    if activation not in known:
        raise ValueError(activation)
    torch.manual_seed(seed)
    return torch.nn.Sequential(*[m for i, o in zip(sizes, sizes[1:]) for m in (torch.nn.Linear(i, o), known[activation]())])
