def moving_average_torch(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    return torch.stack([x[i : i + width].mean() for i in range(len(x) - width + 1)])
