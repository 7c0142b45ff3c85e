def rotate(points, angle):
    x, y = points[:, 0], points[:, 1]
    return np.column_stack([x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)])
