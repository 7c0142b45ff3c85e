# Turned around the mean of the points, not around the origin.
def rotate(points, angle):
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    m = points.mean(axis=0)
    return (points - m) @ R.T + m
