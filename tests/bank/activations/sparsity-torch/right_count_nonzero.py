def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return 1 - torch.count_nonzero(h).item() / h.numel()
