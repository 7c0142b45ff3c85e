# One number comes back: the factor.
def project(u, v):
    return (u @ v) / max(v @ v, 1e-300)
