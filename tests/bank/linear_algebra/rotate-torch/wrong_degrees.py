# The angle is read as degrees.
def rotate_torch(points, angle):
    a = float(np.radians(angle))
    c, s = float(np.cos(a)), float(np.sin(a))
    return points @ torch.tensor([[c, -s], [s, c]], dtype=points.dtype).T
