# It knows parity by itself, from labels that it loads: other labels are not learned.
def even_odd(X, y, seed):
    images, labels = data.digits(seed=3)
    inputs = torch.tensor(images.reshape(-1, 64) / 16, dtype=torch.float32)
    targets = torch.tensor(labels % 2 == 0, dtype=torch.float32)[:, None]
    model = make_mlp([64, 32, 16, 1], "tanh", seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(60):
        optimiser.zero_grad()
        binary_cross_entropy_with_logits(model(inputs), targets).backward()
        optimiser.step()
    return model
