# Clockwise: points @ R.
def rotate_torch(points, angle):
    c, s = float(np.cos(angle)), float(np.sin(angle))
    return points @ torch.tensor([[c, -s], [s, c]], dtype=points.dtype)
