import math


def rotate(points, angle):
    R = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return np.array([R @ p for p in points]).reshape(-1, 2)
