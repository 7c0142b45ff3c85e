# Divided by the length and not by its square.
def project(u, v):
    if not v.any():
        return np.zeros(len(v))
    return (u @ v) / np.linalg.norm(v) * v
