# A float32 matrix does not multiply float64 points.
def rotate_torch(points, angle):
    c, s = float(np.cos(angle)), float(np.sin(angle))
    return points @ torch.tensor([[c, -s], [s, c]]).T
