import math


def rotate_torch(points, angle):
    c, s = math.cos(angle), math.sin(angle)
    R = torch.tensor([[c, -s], [s, c]], dtype=points.dtype)
    return points @ R.T
