def gradients_all_torch(X, y, w, b):
    if y.shape != (X.shape[0],):
        raise ValueError('shape of y')
    w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y)
    return torch.autograd.grad(loss, (w, b))
