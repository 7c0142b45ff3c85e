# The new x is used for the new y.
def rotate(points, angle):
    x, y = points[:, 0], points[:, 1]
    x = x * np.cos(angle) - y * np.sin(angle)
    y = x * np.sin(angle) + y * np.cos(angle)
    return np.stack([x, y], axis=1)
