# v is taken to have length 1.
def project(u, v):
    return (u @ v) * v * 1.0
