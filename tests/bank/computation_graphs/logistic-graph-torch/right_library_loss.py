def logistic_graph_torch(x1, x2, w1, w2, b, y):
    theta = torch.tensor([w1, w2, b], dtype=torch.float64, requires_grad=True)
    z = theta @ torch.tensor([x1, x2, 1.0], dtype=torch.float64)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(z, torch.tensor(float(y), dtype=torch.float64))
    loss.backward()
    return float(loss.detach()), dict(zip(("w1", "w2", "b"), theta.grad.tolist()))
