def moving_average_torch(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    c = torch.cat([torch.zeros(1, dtype=x.dtype), torch.cumsum(x, dim=0)])
    return (c[width:] - c[:-width]) / width
