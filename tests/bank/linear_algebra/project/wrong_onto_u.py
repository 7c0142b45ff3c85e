# v is projected onto u.
def project(u, v):
    if not v.any() or not u.any():
        return np.zeros(len(v))
    return (u @ v) / (u @ u) * u
