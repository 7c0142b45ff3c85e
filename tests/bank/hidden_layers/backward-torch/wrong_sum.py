# n times too large: the sum was differentiated.
def backward_torch(X, y, params):
    leaves = {k: v.detach().clone().requires_grad_() for k, v in params.items()}
    _, cache = forward_torch(X, leaves)
    binary_cross_entropy_with_logits(cache["Z2"], y, reduction="sum").backward()
    return {k: v.grad for k, v in leaves.items()}
