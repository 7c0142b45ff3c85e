# The rest comes back.
def project(u, v):
    if not v.any():
        return np.zeros(len(v))
    return u - (u @ v) / (v @ v) * v
