# A straight cut: depth without a bend.
def even_odd(X, y, seed):
    model = make_mlp([64, 32, 16, 1], "identity", seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(150):
        optimiser.zero_grad()
        binary_cross_entropy_with_logits(model(X), y).backward()
        optimiser.step()
    return model
