def moving_average_torch(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    return torch.nn.functional.avg_pool1d(x[None, None], width, stride=1)[0, 0]
