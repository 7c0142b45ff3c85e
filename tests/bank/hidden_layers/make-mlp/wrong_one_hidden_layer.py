# Depth is lost: only the first, second and last width are used.
def make_mlp(sizes, activation="tanh", seed=0):
    known = {"identity": torch.nn.Identity, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    if activation not in known:
        raise ValueError(activation)
    torch.manual_seed(seed)
    if len(sizes) == 2:
        return torch.nn.Linear(*sizes)
    return torch.nn.Sequential(torch.nn.Linear(sizes[0], sizes[1]), known[activation](), torch.nn.Linear(sizes[1], sizes[-1]))
