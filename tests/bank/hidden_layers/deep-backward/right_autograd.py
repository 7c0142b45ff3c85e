def deep_backward(X, y, weights, biases):
    ws, bs = ([torch.tensor(v, requires_grad=True) for v in values] for values in (weights, biases))
    h = torch.tensor(X)
    for l, (W, b) in enumerate(zip(ws, bs)):
        h = h @ W + b
        h = torch.tanh(h) if l + 1 < len(ws) else h
    binary_cross_entropy_with_logits(h, torch.tensor(y)).backward()
    return [w.grad.numpy() for w in ws], [b.grad.numpy() for b in bs]
