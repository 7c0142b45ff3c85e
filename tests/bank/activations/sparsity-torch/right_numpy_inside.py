def sparsity_torch(h):
    if h.numel() == 0:
        raise ValueError("empty")
    return float(np.mean(h.detach().numpy() == 0))
