# R @ points raises, or mixes two points.
def rotate(points, angle):
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return R @ points
