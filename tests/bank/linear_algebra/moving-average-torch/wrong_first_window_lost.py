# No 0 in front of the cumulative sums.
def moving_average_torch(x, width):
    if width < 1 or width > len(x):
        raise ValueError('width does not fit')
    c = torch.cumsum(x, dim=0)
    return (c[width:] - c[:-width]) / width
