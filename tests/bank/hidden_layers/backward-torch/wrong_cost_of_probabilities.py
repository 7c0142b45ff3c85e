# The sigmoid is there twice: A2 went where logits belong.
def backward_torch(X, y, params):
    leaves = {k: v.detach().clone().requires_grad_() for k, v in params.items()}
    A2, _ = forward_torch(X, leaves)
    cost_torch(A2, y).backward()
    return {k: v.grad for k, v in leaves.items()}
