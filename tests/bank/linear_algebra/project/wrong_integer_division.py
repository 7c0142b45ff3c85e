# // cuts the fraction off.
def project(u, v):
    if not v.any():
        return np.zeros(len(v))
    return (u @ v) // (v @ v) * v
