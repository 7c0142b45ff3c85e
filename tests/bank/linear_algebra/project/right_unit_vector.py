def project(u, v):
    length = np.linalg.norm(v)
    if length == 0:
        return np.zeros(v.shape)
    direction = v / length
    return np.sum(u * direction) * direction
