# The angle is read as degrees.
def rotate(points, angle):
    angle = np.radians(angle)
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return points @ R.T
