# R @ points raises, or mixes two points.
def rotate_torch(points, angle):
    c, s = float(np.cos(angle)), float(np.sin(angle))
    return torch.tensor([[c, -s], [s, c]], dtype=points.dtype) @ points
