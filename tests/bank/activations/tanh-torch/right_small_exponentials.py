def tanh_torch(z):
    # Clamped on either side, so that neither branch of the where overflows.
    left, right = torch.exp(2 * z.clamp(max=0)), torch.exp(-2 * z.clamp(min=0))
    return torch.where(z < 0, (left - 1) / (left + 1), (1 - right) / (1 + right))
