def rotate_torch(points, angle):
    a = torch.tensor(angle, dtype=points.dtype)
    R = torch.stack([torch.stack([a.cos(), a.sin()]), torch.stack([-a.sin(), a.cos()])])
    return points @ R
