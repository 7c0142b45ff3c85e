# The result is written into an array of the points' type: integers cut fractions off.
def rotate(points, angle):
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    result = np.zeros_like(points)
    for i, p in enumerate(points):
        result[i] = R @ p
    return result
