class MLP(torch.nn.Module):
    def __init__(self, sizes, bend):
        super().__init__()
        self.layers = torch.nn.ModuleList(torch.nn.Linear(i, o) for i, o in zip(sizes, sizes[1:]))
        self.bend = bend

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.bend(layer(x))
        return self.layers[-1](x)


def make_mlp(sizes, activation="tanh", seed=0):
    bends = {"identity": lambda z: z, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in bends:
        raise ValueError(activation)
    torch.manual_seed(seed)
    return MLP(sizes, bends[activation])
