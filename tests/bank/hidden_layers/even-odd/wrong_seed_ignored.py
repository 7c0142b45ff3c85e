# Every seed gives the same network.
def even_odd(X, y, seed):
    model = make_mlp([64, 32, 16, 1], "tanh", 0)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(150):
        optimiser.zero_grad()
        binary_cross_entropy_with_logits(model(X), y).backward()
        optimiser.step()
    return model
